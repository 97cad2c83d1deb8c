package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The time horizons that are fitted to eval runs of an indicator's suite: the answer of
/// `/indicators/{id}/horizon`. What is null has its reason in `reasons`, by the field's name.
///
/// @param suite null where the indicator names none
/// @param percent rate of success that the indicator and the trends speak of
/// @param asOf the moment that was answered for; null for now
/// @param sources of the runs that entered
/// @param runs that entered
/// @param leftOut runs of the suite that did not enter
/// @param method null where nothing was fitted
/// @param agents by name
public record HorizonPayload(
        String indicator,
        @Nullable String suite,
        @Nullable Integer percent,
        String unit,
        @Nullable Instant asOf,
        List<String> sources,
        long runs,
        int tasks,
        int families,
        LeftOut leftOut,
        @Nullable Method method,
        List<Agent> agents,
        List<Trend> trends,
        Map<String, String> reasons) {

    /// Runs of which nobody knows how long their task takes a person.
    ///
    /// @param agents whose runs they are
    public record LeftOut(long runs, List<String> agents, @Nullable String reason) {}

    /// How it was computed.
    ///
    /// @param regularization of the slope
    /// @param level of all intervals
    /// @param draws of the bootstrap
    public record Method(
            String weighting,
            double regularization,
            String interval,
            double level,
            int draws,
            long seed) {}

    /// What the runs of one agent say.
    ///
    /// @param subject the model that the agent's name means in the ledger; null if none is known
    /// @param releasedOn of that model
    /// @param meanScore weighted, in [0, 1]
    /// @param curve `p = 1/(1 + exp(−(intercept + slope·log₂ minutes)))`
    /// @param bins what was seen, by the length of the tasks
    public record Agent(
            String agent,
            @Nullable String subject,
            @Nullable LocalDate releasedOn,
            int runs,
            int tasks,
            int families,
            double meanScore,
            @Nullable Curve curve,
            @Nullable Estimate p50,
            @Nullable Estimate p80,
            List<Bin> bins,
            Map<String, String> reasons) {}

    /// The fitted curve.
    ///
    /// @param slope per doubling of the length, below 0 where longer tasks are harder
    public record Curve(double intercept, double slope) {}

    /// A number with its bootstrap interval.
    ///
    /// @param low null where there is no interval
    /// @param median of the draws
    /// @param high null where there is no interval, or where it has no upper end
    /// @param draws that the interval rests on; the agent is missing from the others
    public record Estimate(
            double estimate,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high,
            int draws) {}

    /// What was seen at tasks of about one length.
    ///
    /// @param toMinutes the shortest length that does not belong here
    /// @param minutes weighted geometric mean
    /// @param score weighted mean
    public record Bin(
            double fromMinutes,
            double toMinutes,
            double minutes,
            double score,
            int runs,
            int tasks) {}

    /// The trend of the best agents.
    ///
    /// @param from first day that counts; null for all
    /// @param doublingDays null where there is no line
    /// @param agents that the line rests on, oldest first
    public record Trend(
            @Nullable LocalDate from,
            @Nullable Estimate doublingDays,
            List<String> agents,
            Map<String, String> reasons) {}
}
