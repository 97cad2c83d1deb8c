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
/// @param replayedWindows `replayed` by each window of the course, and by all together; `replayed`
///   itself is of the window that the catalogue declares
/// @param madeWindows the same of `made`
/// @param shapes what each shape expected of new best values, as it was really kept here; empty
///   where nothing was
/// @param chances of a series of chances that is computed here, how good they were; null for others
/// @param steps of a ledger of records, how many steps a year was expected to bring, as it was kept
///   here; empty where nothing was
public record TrackRecordPayload(
        String indicator,
        LocalDate today,
        @Nullable NextValuesPayload nextValues,
        @Nullable NextValuesPayload hindsight,
        @Nullable CrossingScoresPayload replayed,
        @Nullable CrossingScoresPayload made,
        List<WindowScoresPayload> replayedWindows,
        List<WindowScoresPayload> madeWindows,
        List<ShapeScoresPayload> shapes,
        @Nullable ChanceScoresPayload chances,
        List<StepScoresPayload> steps,
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

    /// Scores of forecasts of crossings. However many forecasts wait for one event, it counts once:
    /// with their mean.
    ///
    /// @param made how many
    /// @param overtaken of them: the crossing had happened, and nobody could know yet
    /// @param resolved of them: the crossing came, or p90 has passed without it
    /// @param lines of how many lines the resolved are
    /// @param covered share of the resolved that came from p10 to p90; each line counts once
    /// @param pinballDays mean loss of the three quantiles, where it came
    /// @param medianErrorDays mean of what came less the median: above 0 it came later
    /// @param brier of the chances by the ends of years
    /// @param settled how many of those
    /// @param dates of how many ends of years of lines; each counts once
    public record CrossingScoresPayload(
            int made,
            int overtaken,
            int resolved,
            int lines,
            @Nullable Double covered,
            @Nullable Double pinballDays,
            @Nullable Double medianErrorDays,
            @Nullable Double brier,
            int settled,
            int dates) {}

    /// Scores of the forecasts of crossings by one window.
    ///
    /// @param window the window's first day (`2024-01-01`), `ALL` for the whole course, or
    ///   `SPREAD`: from the earliest 10 % day of any window to the latest 90 % day, without median
    ///   and chances
    public record WindowScoresPayload(String window, CrossingScoresPayload scores) {}

    /// Scores of the number of steps that the year after a day was expected to bring. Of years that
    /// overlap only one is scored.
    ///
    /// @param part an actor (`HUMAN`, `AI`, `CENTAUR`) or a depth (`DEEP`, `SHALLOW`, `BUNDLED`)
    /// @param rate `WHOLE`, of all the time of the ledger, or `LAST_YEAR`
    /// @param made how many were kept
    /// @param since day of the first
    /// @param settled how many years are over and scored
    /// @param covered share of them with a number in its central 95 %; null without one
    /// @param meanError what came less what was expected, in steps
    /// @param brier of the chances of one or more
    public record StepScoresPayload(
            String part,
            String rate,
            int made,
            LocalDate since,
            int settled,
            @Nullable Double covered,
            @Nullable Double meanError,
            @Nullable Double brier) {}

    /// Scores of the chances that a series gave to an event that a person had judged.
    ///
    /// @param entry of the judgement, `source/id`: who resolves it settles these
    /// @param due last day on which it can come true
    /// @param made days on which the series spoke before
    /// @param outcome `HAPPENED` or `DID_NOT_HAPPEN`; null while open
    /// @param brier of what the series told first of each day; it is one event, however often
    /// @param judgedBrier of the judgement
    public record ChanceScoresPayload(
            String entry,
            LocalDate due,
            int made,
            @Nullable String outcome,
            @Nullable Double brier,
            @Nullable Double judgedBrier) {}

    /// The ranked probability scores of the curves that several such series draw together.
    ///
    /// @param who judged
    /// @param made how many curves are scored
    /// @param dates over how many last days
    /// @param rps 0 is perfect; null while nothing is settled
    /// @param judgedRps of the judgement, over the same days
    public record RankedScoresPayload(
            String who, int made, int dates, @Nullable Double rps, @Nullable Double judgedRps) {}

    /// How good all were.
    ///
    /// @param items of each indicator of which something was forecast, without rows
    /// @param ranked of series of chances by the ends of several years
    /// @param people of people's forecasts
    public record TrackRecordsPayload(
            LocalDate today,
            List<TrackRecordPayload> items,
            List<RankedScoresPayload> ranked,
            PeoplePayload people) {}

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
