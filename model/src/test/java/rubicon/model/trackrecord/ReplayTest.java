package rubicon.model.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.testing.Samples;
import rubicon.model.trackrecord.Replay.Told;

class ReplayTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");
    private static final Indicator HORIZON =
            Samples.withMarks(
                    Samples.horizon(Samples.P50, Direction.HIGHER, null),
                    null,
                    null,
                    List.of(new ReferenceLine(100, "line", "s")));

    private static Statement said(String model, double value, String date, String statedAt) {
        return Samples.reported(
                model + value + statedAt,
                statedAt,
                Samples.observation(Samples.P50, "first", model, value, date));
    }

    /// Doubles each 100 days, with a wobble of a tenth.
    private static List<Statement> doubling(int values) {
        List<Statement> rows = new ArrayList<>();
        LocalDate day = LocalDate.parse("2023-01-01");
        for (int i = 0; i < values; i++) {
            rows.add(
                    said(
                            "m" + i,
                            Math.pow(2, i + (i % 2 == 0 ? 0.1 : -0.1)),
                            day.plusDays(100L * i).toString(),
                            "2025-12-01T00:00:00Z"));
        }
        return rows;
    }

    private static Replay replay(List<Statement> rows) {
        return Replay.of(
                new Told(HORIZON, IndicatorLedger.of(rows).histories()), Optional.empty(), TODAY);
    }

    @Test
    void eachRecordIsForecastFromWhatWasKnownBeforeIt() {
        Replay replay = replay(doubling(10));

        assertThat(replay.nextValues().rows()).hasSize(6);
        assertThat(replay.nextValues().rows())
                .allSatisfy(it -> assertThat(it.value() / it.median()).isBetween(0.6, 1.6));
        assertThat(replay.nextValues().losesToNaive()).isFalse();
        assertThat(replay.nextValues().coverage()).isGreaterThan(0.6);
    }

    @Test
    void aCrossingIsScoredOnceItCame() {
        Replay replay = replay(doubling(10));
        // 128 min less a wobble are reached by the eighth value, 700 days after the first.
        LocalDate crossed = LocalDate.parse("2023-01-01").plusDays(700);

        assertThat(replay.crossed(100)).isEqualTo(crossed);
        assertThat(replay.crossed(1000)).isNull();
        assertThat(replay.crossings()).extracting(MadeCrossing::made).allMatch(crossed::isAfter);
        CrossingScores scores = replay.crossingScores(TODAY);
        assertThat(scores.made()).isEqualTo(4);
        assertThat(scores.resolved()).isEqualTo(4);
        assertThat(scores.overtaken()).isZero();
        assertThat(scores.medianErrorDays().orElseThrow()).isBetween(-60.0, 60.0);
        assertThat(scores.brier().orElseThrow()).isBetween(0.0, 0.25);
    }

    /// Without a replay, and among more results than lines are fitted to.
    @Test
    void theDayOfACrossingIsKnownHoweverMuchCameSince() {
        List<Statement> rows = new ArrayList<>(doubling(10));
        LocalDate day = LocalDate.parse("2026-01-01");
        for (int i = 0; i < 1_200; i++) {
            rows.add(said("late" + i, 600, day.plusDays(i).toString(), "2025-12-02T00:00:00Z"));
        }
        for (Identity identity : Identity.values()) {
            var known =
                    new Told(
                                    Samples.withIdentity(HORIZON, identity),
                                    IndicatorLedger.of(rows).histories())
                            .now();
            assertThat(known.crossed(100))
                    .as("%s", identity)
                    .hasValue(LocalDate.parse("2023-01-01").plusDays(700));
            assertThat(known.crossed(600)).isPresent();
            assertThat(known.crossed(601)).isEmpty();
        }
        var falling = Samples.horizon(Samples.P50, Direction.LOWER, null);
        var fell = new Told(falling, IndicatorLedger.of(doubling(3)).histories()).now();
        assertThat(fell.crossed(100)).as("1 is at 100 or below").isPresent();
        assertThat(fell.crossed(0.5)).isEmpty();
    }

    @Test
    void whatWasCorrectedLaterIsReplayedAsItWasKnown() {
        List<Statement> rows = doubling(6);
        rows.add(said("m2", 400, "2023-07-20", "2024-08-01T00:00:00Z"));
        List<Statement> mended = new ArrayList<>(rows);
        mended.add(said("m2", 4, "2023-07-20", "2024-08-20T00:00:00Z"));

        Replay replay = replay(mended);
        assertThat(replay.crossings().stream().map(MadeCrossing::made))
                .as("while 400 stood, 100 were crossed")
                .doesNotContain(LocalDate.parse("2024-08-01"))
                .contains(LocalDate.parse("2024-08-20"));
    }

    @Test
    void scoresAreThoseOfTheirDefinitions() {
        LocalDate made = LocalDate.parse("2024-01-01");
        LocalDate end = LocalDate.parse("2024-12-31");
        LocalDate later = LocalDate.parse("2027-12-31");
        MadeCrossing it =
                new MadeCrossing(
                        made,
                        5,
                        LocalDate.parse("2024-03-01"),
                        LocalDate.parse("2024-06-01"),
                        LocalDate.parse("2024-09-01"),
                        new TreeMap<>(Map.of(end, 0.9, later, 0.97)));
        CrossingScores hit =
                CrossingScores.of(List.of(it), _ -> LocalDate.parse("2024-06-11"), TODAY);
        assertThat(hit.covered()).hasValue(1);
        assertThat(hit.medianErrorDays()).hasValue(10);
        // .1 * 102 + .5 * 10 + .1 * 82, by three
        assertThat(hit.pinballDays().orElseThrow()).isCloseTo((10.2 + 5 + 8.2) / 3, within(1e-9));
        assertThat(hit.settled()).as("2027 is not over").isEqualTo(1);
        assertThat(hit.brier().orElseThrow()).isCloseTo(0.01, within(1e-12));

        CrossingScores open = CrossingScores.of(List.of(it), _ -> null, TODAY);
        assertThat(open.resolved()).as("September 2024 has passed: too late at best").isEqualTo(1);
        assertThat(open.covered()).hasValue(0);
        assertThat(open.pinballDays()).as("how much too late nobody knows").isEmpty();
        CrossingScores waiting =
                CrossingScores.of(List.of(it), _ -> null, LocalDate.parse("2024-09-01"));
        assertThat(waiting.resolved()).as("it may come today").isZero();
        assertThat(waiting.covered()).isEmpty();
        assertThat(open.settled()).as("the end of 2024 has passed, that of 2027 not").isEqualTo(1);
        assertThat(open.brier().orElseThrow()).isCloseTo(0.81, within(1e-12));

        CrossingScores overtaken = CrossingScores.of(List.of(it), _ -> made, TODAY);
        assertThat(overtaken.overtaken()).isEqualTo(1);
        assertThat(overtaken.settled()).isZero();
    }
}
