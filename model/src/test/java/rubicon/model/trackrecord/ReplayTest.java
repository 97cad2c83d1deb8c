package rubicon.model.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.testing.Samples;
import rubicon.model.trackrecord.Replay.Told;
import rubicon.model.trend.RollingBackTest;

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

    /// The line is cut at 300: 477 and 1,098 are no part of it, and came all the same.
    @Test
    void aRecordBeyondTheLimitOfTheTrendIsHeldAgainstTheForecast() {
        Indicator cut =
                Samples.horizon(
                        Samples.P50,
                        Direction.HIGHER,
                        new TrendWindow(LocalDate.parse("2023-01-01"), 300.0, null));
        Replay replay =
                Replay.of(
                        new Told(cut, IndicatorLedger.of(doubling(11)).histories()),
                        Optional.empty(),
                        TODAY);
        assertThat(Objects.requireNonNull(replay.course()).fitted()).hasSize(9);
        for (RollingBackTest test : List.of(replay.nextValues(), replay.hindsight())) {
            assertThat(test.rows()).hasSize(7);
            RollingBackTest.Row last = test.rows().getLast();
            assertThat(last.value()).isCloseTo(Math.pow(2, 10.1), within(1e-9));
            assertThat(last.lastValueCrps())
                    .as("the naive rival knows 477")
                    .isCloseTo(1.2 * Math.log(2), within(1e-9));
        }
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

    /// 80 is no record beside 100; once 100 is taken back it is one, and nobody learned of it then.
    @Test
    void whatWasKnownIsNoNewsOnceTheRecordBeforeItIsTakenBack() {
        List<Statement> rows = doubling(6);
        rows.add(said("a", 100, "2024-08-01", "2024-08-02T00:00:00Z"));
        rows.add(said("b", 80, "2024-09-01", "2025-12-01T00:00:00Z"));
        List<Statement> takenBack = new ArrayList<>(rows);
        takenBack.add(
                Samples.retracted(
                        "back",
                        "2024-11-01T00:00:00Z",
                        new ObservationKey("first", Samples.P50, "a")));

        Replay replay = replay(takenBack);
        assertThat(Objects.requireNonNull(replay.course()).known().getLast().value()).isEqualTo(80);
        assertThat(replay.nextValues()).isEqualTo(replay(rows).nextValues());
        assertThat(replay.nextValues().rows())
                .extracting(it -> it.date().toString())
                .contains("2024-08-01")
                .doesNotContain("2024-09-01");
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

        CrossingScores lastDay = CrossingScores.of(List.of(it), _ -> null, end);
        assertThat(lastDay.settled()).as("on its last day the year is not over").isZero();
        assertThat(CrossingScores.of(List.of(it), _ -> null, end.plusDays(1)).settled()).isOne();

        CrossingScores overtaken = CrossingScores.of(List.of(it), _ -> made, TODAY);
        assertThat(overtaken.overtaken()).isEqualTo(1);
        assertThat(overtaken.settled()).isZero();
    }

    /// A line that was forecast on 300 days is one event, and so is a line that was forecast twice.
    @Test
    void aCrossingCountsOnceHoweverOftenItWasForecast() {
        LocalDate end = LocalDate.parse("2024-12-31");
        LocalDate came = LocalDate.parse("2025-06-01");
        List<MadeCrossing> made = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            made.add(made(5, LocalDate.parse("2024-01-01").plusDays(i), "2025-12-31", 0.1, end));
        }
        made.add(made(7, LocalDate.parse("2024-01-01"), "2024-06-01", 0.9, end));
        made.add(made(7, LocalDate.parse("2024-01-02"), "2025-12-31", 0.5, end));

        CrossingScores scores = CrossingScores.of(made, _ -> came, TODAY);
        assertThat(scores.made()).isEqualTo(302);
        assertThat(scores.resolved()).isEqualTo(302);
        assertThat(scores.lines()).isEqualTo(2);
        assertThat(scores.covered().orElseThrow()).as("(1 + .5)/2").isCloseTo(0.75, within(1e-12));
        assertThat(scores.settled()).isEqualTo(302);
        assertThat(scores.dates()).isEqualTo(2);
        // (.01 + (.81 + .25)/2)/2
        assertThat(scores.brier().orElseThrow()).isCloseTo(0.27, within(1e-12));
        // It came 212 days before the medians, and 366 after the one of the other line.
        assertThat(scores.medianErrorDays().orElseThrow())
                .isCloseTo((-212 + (366 - 212) / 2.0) / 2, within(1e-9));
    }

    @Test
    void eachWindowIsScoredByItselfAndTheirSpreadWithThem() {
        LocalDate end = LocalDate.parse("2024-12-31");
        LocalDate day = LocalDate.parse("2024-01-01");
        List<MadeWindow> windows =
                MadeWindow.withSpread(
                        List.of(
                                MadeWindow.of(null, made(5, day, "2024-06-01", 0.9, end)),
                                MadeWindow.of(day, made(5, day, "2025-12-31", 0.2, end))));
        List<WindowScores> scores =
                WindowScores.ofEach(windows, _ -> LocalDate.parse("2025-06-01"), TODAY);
        assertThat(scores)
                .extracting(WindowScores::window)
                .containsExactly("2024-01-01", MadeWindow.ALL, MadeWindow.SPREAD);
        assertThat(scores)
                .extracting(it -> it.scores().covered().orElseThrow())
                .containsExactly(1.0, 0.0, 1.0);
        assertThat(scores.getFirst().scores().brier().orElseThrow()).isCloseTo(0.04, within(1e-12));
        assertThat(scores.getLast().scores().brier()).isEmpty();
        assertThat(windows.getLast().crossing().p10()).isEqualTo("2024-02-01");
        assertThat(windows.getLast().crossing().p90()).isEqualTo("2025-12-31");

        MadeCrossing never = new MadeCrossing(day, 5, null, null, null, new TreeMap<>());
        assertThat(
                        MadeWindow.withSpread(
                                        List.of(
                                                MadeWindow.of(null, never),
                                                MadeWindow.of(
                                                        day, made(5, day, "2025-12-31", 0.2, end))))
                                .getLast()
                                .crossing()
                                .p90())
                .as("a window that expects it never leaves the spread open")
                .isNull();
        assertThat(MadeWindow.withSpread(windows.subList(0, 1))).hasSize(1);

        Replay replay = replay(doubling(10));
        assertThat(replay.windows())
                .filteredOn(it -> it.window().equals(MadeWindow.ALL))
                .extracting(MadeWindow::crossing)
                .containsExactlyElementsOf(replay.crossings());
    }

    private static MadeCrossing made(
            double line, LocalDate made, String p90, double chance, LocalDate by) {
        LocalDate late = LocalDate.parse(p90);
        return new MadeCrossing(
                made,
                line,
                LocalDate.parse("2024-02-01"),
                late.minusDays(1),
                late,
                new TreeMap<>(Map.of(by, chance)));
    }
}
