package rubicon.model.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How good forecasts of an indicator were. What is not known is null, and `reasons` says why.
///
/// @param today until when it is known what came
/// @param nextValues forecasts of the next record, replayed with what was known then; null where
///   none could be made
/// @param hindsight the same on today's values in the order of their dates, as if each had been
///   known on its date: more forecasts, and a little too kind
/// @param replayed forecasts of crossings, replayed likewise
/// @param made forecasts of crossings that were really made here, the last of each day
/// @param shapes what each shape expected of new best values, as it was really kept here; empty
///   where nothing was
public record TrackRecordPayload(
        String indicator,
        LocalDate today,
        @Nullable NextValuesPayload nextValues,
        @Nullable NextValuesPayload hindsight,
        @Nullable CrossingScoresPayload replayed,
        @Nullable CrossingScoresPayload made,
        List<ShapeScoresPayload> shapes,
        Map<String, String> reasons) {

    /// Scores of one-step forecasts.
    ///
    /// @param forecasts how many
    /// @param coverage share of values inside their central 80 %
    /// @param meanPit mean probability given to values up to what came: above a half, values came
    ///   out higher than forecast
    /// @param meanCrps on the scale of the fit; less is better
    /// @param losesToNaive whether the last value, or it plus the mean step, scores better
    /// @param rows oldest first; empty in summaries
    public record NextValuesPayload(
            int forecasts,
            double coverage,
            double meanPit,
            double meanCrps,
            boolean losesToNaive,
            List<NextValuePayload> rows) {}

    /// Scores of a shape.
    ///
    /// @param shape `EXPONENTIAL`, `QUADRATIC`, `PIECEWISE` or `SATURATING`
    /// @param made how many forecasts of it were kept: one for each time that it was another
    /// @param since day of the first
    /// @param next each record that came since, by the last forecast that did not know it, on
    ///   logarithms; null without one
    /// @param yearAhead the same by the last forecast made a year before the record's day
    public record ShapeScoresPayload(
            String shape,
            int made,
            LocalDate since,
            @Nullable NextValuesPayload next,
            @Nullable NextValuesPayload yearAhead) {}

    /// One forecast of a value and what came, in the indicator's unit.
    ///
    /// @param low of the central 80 %
    public record NextValuePayload(
            LocalDate date,
            double value,
            double median,
            double low,
            double high,
            double pit,
            double crps) {}

    /// Scores of forecasts of crossings.
    ///
    /// @param made how many
    /// @param overtaken of them: the crossing had happened, and nobody could know yet
    /// @param resolved of them: the crossing came, or p90 has passed without it
    /// @param covered share of the resolved that came from p10 to p90
    /// @param pinballDays mean loss of the three quantiles, where it came
    /// @param medianErrorDays mean of what came less the median: above 0 it came later
    /// @param brier of the chances by the ends of years
    /// @param settled how many of those
    public record CrossingScoresPayload(
            int made,
            int overtaken,
            int resolved,
            @Nullable Double covered,
            @Nullable Double pinballDays,
            @Nullable Double medianErrorDays,
            @Nullable Double brier,
            int settled) {}

    /// How good all were.
    ///
    /// @param items of each indicator of which something was forecast, without rows
    /// @param people of people's forecasts
    public record TrackRecordsPayload(
            LocalDate today, List<TrackRecordPayload> items, PeoplePayload people) {}

    /// Scores of people's forecasts.
    ///
    /// @param settled how many can be scored
    /// @param brier of probabilities
    /// @param covered share of intervals that held what came
    /// @param pinball mean loss of quantiles
    /// @param open how many wait
    public record PeoplePayload(
            int settled,
            @Nullable Double brier,
            int probabilities,
            @Nullable Double covered,
            int intervals,
            @Nullable Double pinball,
            int open) {}
}
