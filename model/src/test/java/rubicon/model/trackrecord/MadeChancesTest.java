package rubicon.model.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.forecast.Expectation;
import rubicon.model.forecast.Forecast;
import rubicon.model.forecast.Outcome;
import rubicon.model.forecast.Resolution;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.testing.Samples;

class MadeChancesTest {
    private static final Indicator SERIES = Samples.horizon(Samples.P50, Direction.HIGHER, null);
    private static final LocalDate END_OF_2027 = LocalDate.parse("2027-12-31");
    private static final LocalDate END_OF_2028 = LocalDate.parse("2028-12-31");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    private static Forecast judged(
            double chance, LocalDate due, @Nullable Outcome outcome, String on) {
        return new Forecast(
                "e" + due,
                "s",
                "Somebody",
                "it happens",
                Samples.P50,
                null,
                new Expectation.Probability(chance),
                false,
                null,
                due,
                null,
                "c",
                null,
                null,
                null,
                null,
                outcome == null
                        ? null
                        : new Resolution(outcome, LocalDate.parse(on), null, "c", null, null));
    }

    private static MadeChances made(Forecast judgement, Map<LocalDate, Double> told) {
        return new MadeChances(
                judgement,
                ((Expectation.Probability) judgement.expectation()).probability(),
                Objects.requireNonNull(judgement.due()),
                new TreeMap<>(told));
    }

    /// Of June .2 was told first and .25 later; what was told of the last day and after is no
    /// forecast.
    @Test
    void ofEachDayWhatWasToldFirstIsScored() {
        var histories =
                IndicatorLedger.of(
                                List.of(
                                        said("2026-06", 0.2, "2026-06-01", "2026-06-02T00:00:00Z"),
                                        said("2026-06", 0.25, "2026-06-01", "2026-08-02T00:00:00Z"),
                                        said("2026-07", 0.1, "2026-07-01", "2026-07-02T00:00:00Z"),
                                        said("2028-01", 0.9, "2028-01-01", "2028-01-02T00:00:00Z")))
                        .histories();
        Forecast open = judged(0.3, END_OF_2027, null, "");
        MadeChances waiting = MadeChances.of(SERIES, histories, List.of(open)).orElseThrow();
        assertThat(waiting.told()).isEqualTo(Map.of(JUNE, 0.2, JULY, 0.1));
        assertThat(waiting.brier()).isEmpty();
        assertThat(waiting.judged()).isEmpty();
        assertThat(MadeChances.of(SERIES, histories, List.of())).isEmpty();

        MadeChances silent =
                MadeChances.of(
                                SERIES,
                                histories,
                                List.of(
                                        judged(
                                                0.3,
                                                END_OF_2027,
                                                Outcome.DID_NOT_HAPPEN,
                                                "2028-01-05")))
                        .orElseThrow();
        assertThat(silent.brier().orElseThrow()).isCloseTo((0.04 + 0.01) / 2, within(1e-12));
        assertThat(silent.judged().orElseThrow()).isCloseTo(0.09, within(1e-12));

        MadeChances came =
                made(judged(0.3, END_OF_2027, Outcome.HAPPENED, "2026-06-20"), waiting.told());
        assertThat(came.brier().orElseThrow())
                .as("July's was told when it had happened")
                .isCloseTo(0.64, within(1e-12));
        MadeChances gone =
                made(judged(0.3, END_OF_2027, Outcome.VOID, "2026-06-20"), waiting.told());
        assertThat(gone.brier()).isEmpty();
    }

    private static Statement said(String key, double chance, String day, String statedAt) {
        return Samples.reported(
                key + statedAt,
                statedAt,
                Samples.withId(Samples.observation(Samples.P50, "first", "it", chance, day), key));
    }

    @Test
    void aCurveIsScoredOverTheLastDaysThatArePast() {
        Map<LocalDate, Double> by2027 = Map.of(JUNE, 0.28, JULY, 0.26);
        Map<LocalDate, Double> by2028 = Map.of(JUNE, 0.58, JULY, 0.57);
        Forecast open = judged(0.6, END_OF_2028, null, "");
        RankedScores waiting =
                RankedScores.ofEach(
                                List.of(
                                        made(judged(0.3, END_OF_2027, null, ""), by2027),
                                        made(open, by2028)))
                        .getFirst();
        assertThat(waiting.rps()).isEmpty();
        assertThat(waiting.made()).isZero();

        RankedScores silent =
                RankedScores.ofEach(
                                List.of(
                                        made(
                                                judged(
                                                        0.3,
                                                        END_OF_2027,
                                                        Outcome.DID_NOT_HAPPEN,
                                                        "2028-01-05"),
                                                by2027),
                                        made(open, by2028)))
                        .getFirst();
        assertThat(silent.dates()).isEqualTo(1);
        assertThat(silent.made()).isEqualTo(2);
        assertThat(silent.rps().orElseThrow())
                .isCloseTo((0.28 * 0.28 + 0.26 * 0.26) / 2, within(1e-12));
        assertThat(silent.judged().orElseThrow()).isCloseTo(0.09, within(1e-12));

        RankedScores came =
                RankedScores.ofEach(
                                List.of(
                                        made(
                                                judged(
                                                        0.3,
                                                        END_OF_2027,
                                                        Outcome.DID_NOT_HAPPEN,
                                                        "2028-01-05"),
                                                by2027),
                                        made(
                                                judged(
                                                        0.6,
                                                        END_OF_2028,
                                                        Outcome.HAPPENED,
                                                        "2028-03-01"),
                                                by2028)))
                        .getFirst();
        assertThat(came.dates()).isEqualTo(2);
        // ((.28² + .42²)/2 + (.26² + .43²)/2)/2
        assertThat(came.rps().orElseThrow())
                .isCloseTo(
                        (0.28 * 0.28 + 0.42 * 0.42 + 0.26 * 0.26 + 0.43 * 0.43) / 4, within(1e-12));
        assertThat(came.judged().orElseThrow()).isCloseTo((0.09 + 0.16) / 2, within(1e-12));
    }
}
