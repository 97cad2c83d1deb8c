package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An indicator's state: the value on `rubicon.indicators` and the answer of
/// `/indicators/{id}/state`.
///
/// @param version rises with every change; a consumer drops lower ones
/// @param frontier running best over `observedOn`, oldest first, at most 500 points
/// @param saturation share of the way from the floor to the noise ceiling that the best value has
///   gone
/// @param reasons why a field is null, by the field's name
/// @param verdictReason the numbers that decided; null in states of an earlier version
/// @param today the day that the verdict and the forecasts speak of; null in states of an earlier
///   version
public record IndicatorStatePayload(
        String indicator,
        long version,
        Instant asOf,
        String unit,
        @Nullable Point latest,
        List<Point> frontier,
        boolean truncated,
        @Nullable TrendPayload trend,
        @Nullable Double saturation,
        @Nullable String verdict,
        List<ForecastPayload> forecasts,
        @Nullable Instant lastReleaseAt,
        Counts counts,
        Map<String, String> reasons,
        @Nullable String verdictReason,
        @Nullable LocalDate today) {

    /// One result.
    ///
    /// @param observation id of the ledger row that stands behind it
    public record Point(
            SubjectPayload subject,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double level,
            @Nullable String method,
            @Nullable String qualifier,
            LocalDate observedOn,
            String precision,
            String source,
            String observation) {}

    /// A number with its interval.
    ///
    /// @param low null when the interval has no lower end
    /// @param high null when the interval has no upper end
    public record EstimatePayload(
            double estimate,
            @Nullable Double low,
            @Nullable Double high,
            double level,
            String method) {}

    /// A fitted line.
    ///
    /// @param intercept value of the fitted line, in the indicator's unit, on `origin`
    public record TrendPayload(
            String shape,
            @Nullable LocalDate from,
            @Nullable Double maxValue,
            EstimatePayload doublingDays,
            int points,
            LocalDate origin,
            double intercept,
            double r2) {}

    /// When a threshold is expected to be crossed.
    ///
    /// @param crossing by the first of the windows, which the catalogue declares
    /// @param label what the threshold is
    /// @param windows what several windows say: how far they are apart says more than any of them
    public record ForecastPayload(
            double threshold, Crossing crossing, String label, List<WindowPayload> windows) {}

    /// What one window of the series says of a crossing.
    ///
    /// @param from null for the whole series
    /// @param points that its line is fitted to
    /// @param expectedByToday how much of the forecast lay before today, in [0, 1]
    /// @param byDate chances by the ends of years
    public record WindowPayload(
            @Nullable LocalDate from,
            int points,
            Crossing crossing,
            double expectedByToday,
            SortedMap<LocalDate, Double> byDate) {}

    /// Dates by which the crossing has happened with 10, 50 and 90 %; null if not within a century.
    public record Crossing(
            @Nullable LocalDate p10, @Nullable LocalDate p50, @Nullable LocalDate p90) {}

    /// How many observations stand, are disputed, were retracted.
    ///
    /// @param results how many of those that stand count, one source for each subject; null in
    ///   states of an earlier version
    /// @param held of how many the plausibility check holds the last value; null in states of an
    ///   earlier version
    /// @param beside how many of the results began elsewhere than the series does, and are joined
    ///   with it in no line; null in states of an earlier version
    public record Counts(
            int standing,
            int disputed,
            int retracted,
            @Nullable Integer results,
            @Nullable Integer held,
            @Nullable Integer beside) {
        /// How many values count.
        public int counted() {
            return results == null ? standing + disputed : results;
        }

        /// How many values only another source has, of subjects that count already.
        public int evidence() {
            return standing + disputed - counted();
        }
    }
}
