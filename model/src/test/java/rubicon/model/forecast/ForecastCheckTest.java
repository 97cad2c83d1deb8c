package rubicon.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.testing.Samples.NOW;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.forecast.Expectation.Probability;
import rubicon.model.forecast.Expectation.Quantile;
import rubicon.model.forecast.Expectation.Quantiles;
import rubicon.model.forecast.Expectation.Range;
import rubicon.model.forecast.Expectation.Single;
import rubicon.model.forecast.Expectation.Words;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.ForecastEntryPayload.QuantilePayload;
import rubicon.model.wire.ForecastEntryPayload.ResolutionPayload;

class ForecastCheckTest {
    private static final LocalDate DUE = LocalDate.of(2028, 12, 31);
    private static final LocalDate DAY = LocalDate.of(2027, 6, 19);

    /// Builds a payload; what is not set is absent.
    private static final class Draft {
        private @Nullable Double probability;
        private @Nullable Double value;
        private @Nullable LocalDate date;
        private @Nullable List<QuantilePayload> quantiles;
        private @Nullable IntervalPayload interval;
        private boolean goal;
        private @Nullable LocalDate dueFrom;
        private @Nullable LocalDate statedOn;
        private @Nullable ResolutionPayload resolution;

        ForecastEntryPayload payload() {
            return new ForecastEntryPayload(
                    "a-forecast",
                    "somebody",
                    "Anybody",
                    "It happens",
                    "metr-horizon-p50",
                    null,
                    probability,
                    value,
                    date,
                    quantiles,
                    interval,
                    goal,
                    dueFrom,
                    DUE,
                    statedOn,
                    null,
                    "A letter",
                    null,
                    null,
                    null,
                    null,
                    resolution,
                    null,
                    null,
                    null);
        }
    }

    @Test
    void probabilityIsReadAndItsNormalFormIsTheSame() {
        Draft draft = new Draft();
        draft.probability = 0.6;
        Forecast read = valid(draft);
        assertThat(read.expectation()).isEqualTo(new Probability(0.6));
        assertThat(read.due()).isEqualTo(DUE);
        assertThat(read.statedOn()).as("unknown").isNull();
        assertThat(ForecastCheck.check(ForecastEntryPayload.of(read), NOW, NOW))
                .isEqualTo(new CheckedEntry.Valid<>(read));
    }

    @Test
    void quantilesOfDatesAndIntervalsOfNumbersAreRead() {
        Draft draft = new Draft();
        draft.quantiles =
                List.of(
                        new QuantilePayload(0.1, null, DAY),
                        new QuantilePayload(0.9, null, DAY.plusYears(1)));
        Forecast dates = valid(draft);
        assertThat(dates.expectation())
                .isEqualTo(
                        new Quantiles(
                                List.of(
                                        new Quantile(0.1, new Point.Day(DAY)),
                                        new Quantile(0.9, new Point.Day(DAY.plusYears(1))))));
        draft.quantiles = null;
        draft.interval = new IntervalPayload(0.8, 2.5, 9.0, null, null);
        Forecast numbers = valid(draft);
        assertThat(numbers.expectation())
                .isEqualTo(new Range(0.8, new Point.Value(2.5), new Point.Value(9)));
        for (Forecast read : List.of(dates, numbers)) {
            assertThat(ForecastCheck.check(ForecastEntryPayload.of(read), NOW, NOW))
                    .isEqualTo(new CheckedEntry.Valid<>(read));
        }
    }

    @Test
    void singleNumberOrNoneIsFine() {
        Draft draft = new Draft();
        assertThat(valid(draft).expectation()).isEqualTo(new Words());
        draft.value = -0.0;
        assertThat(valid(draft).expectation()).isEqualTo(new Single(new Point.Value(0.0)));
    }

    @Test
    void onlyOneWayOfSayingItIsTaken() {
        Draft draft = new Draft();
        draft.probability = 0.5;
        draft.value = 3.0;
        assertThat(fields(draft)).containsExactly("value");
    }

    @Test
    void numbersThatAreNoneAreNamed() {
        Draft draft = new Draft();
        draft.probability = 1.5;
        assertThat(fields(draft)).containsExactly("probability");
        draft.probability = null;
        draft.value = Double.NaN;
        assertThat(fields(draft)).containsExactly("value");
    }

    @Test
    void quantilesMustRiseOnOneAxis() {
        Draft draft = new Draft();
        draft.quantiles =
                List.of(
                        new QuantilePayload(0.5, 3.0, null),
                        new QuantilePayload(0.5, 2.0, null),
                        new QuantilePayload(1.0, null, DAY),
                        new QuantilePayload(null, null, null));
        assertThat(fields(draft))
                .containsExactly(
                        "quantiles[1].level",
                        "quantiles[1]",
                        "quantiles[2].level",
                        "quantiles[2]",
                        "quantiles[3].level",
                        "quantiles[3].value");
        draft.quantiles = List.of();
        assertThat(fields(draft)).containsExactly("quantiles");
    }

    @Test
    void intervalNeedsBothEndsInOrder() {
        Draft draft = new Draft();
        draft.interval = new IntervalPayload(0.8, 9.0, 2.5, null, null);
        assertThat(fields(draft)).containsExactly("interval.high");
        draft.interval = new IntervalPayload(0.8, 9.0, null, null, null);
        assertThat(fields(draft)).contains("interval.high");
    }

    @Test
    void goalHasNoProbability() {
        Draft draft = new Draft();
        draft.goal = true;
        assertThat(valid(draft).goal()).isTrue();
        draft.probability = 0.9;
        assertThat(fields(draft)).containsExactly("probability");
    }

    @Test
    void datesMustBeInOrderAndTheStatementInThePast() {
        Draft draft = new Draft();
        draft.dueFrom = DUE.plusDays(1);
        draft.statedOn = LocalDate.of(2027, 1, 1);
        assertThat(fields(draft)).containsExactly("due", "statedOn");
    }

    @Test
    void resolutionSaysWhatWhenAndWho() {
        Draft draft = new Draft();
        draft.resolution =
                new ResolutionPayload(
                        "HAPPENED",
                        LocalDate.of(2026, 9, 30),
                        12.0,
                        null,
                        "Its own report",
                        null,
                        null);
        assertThat(valid(draft).resolution())
                .isEqualTo(
                        new Resolution(
                                Outcome.HAPPENED,
                                LocalDate.of(2026, 9, 30),
                                new Point.Value(12),
                                "Its own report",
                                null,
                                null));
        draft.resolution = new ResolutionPayload("MAYBE", null, null, null, null, null, null);
        assertThat(fields(draft))
                .containsExactly("resolution.outcome", "resolution.on", "resolution.citation");
    }

    private static Forecast valid(Draft draft) {
        return switch (ForecastCheck.check(draft.payload(), NOW, NOW)) {
            case CheckedEntry.Valid<Forecast>(Forecast forecast) -> forecast;
            case CheckedEntry.Refused<Forecast>(var violations) ->
                    throw new AssertionError(violations);
        };
    }

    private static List<String> fields(Draft draft) {
        return switch (ForecastCheck.check(draft.payload(), NOW, NOW)) {
            case CheckedEntry.Valid<Forecast> valid -> throw new AssertionError(valid);
            case CheckedEntry.Refused<Forecast>(var violations) ->
                    violations.stream().map(Violation::field).toList();
        };
    }
}
