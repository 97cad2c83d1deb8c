package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A capability index fitted to the benchmarks of the ledger, as it was known at a moment: the
/// answer of `GET /capability-index`. The method is described in
/// `docs/methods/capability-index.md`.
///
/// @param asOf the moment that was answered for
/// @param thin whether less is known than the numbers look like; `reasons` says why
/// @param reasons what is to be known before a number is quoted, most important first
/// @param scale null where nothing could be fitted
/// @param models the best first; empty where nothing could be fitted
/// @param benchmarks the hardest first
/// @param rows every score that was used, by model and benchmark
/// @param leftOut benchmarks that were not used
/// @param modelsLeftOut how many models have too few benchmarks, or none in common with the others
/// @param published how the order goes with the index that Epoch AI publishes; null where too few
///   models are in both
public record CapabilityIndexPayload(
        Instant asOf,
        boolean thin,
        List<String> reasons,
        @Nullable ScalePayload scale,
        List<ModelPayload> models,
        List<BenchmarkPayload> benchmarks,
        List<RowPayload> rows,
        List<LeftOutPayload> leftOut,
        int modelsLeftOut,
        @Nullable PublishedPayload published) {
    public CapabilityIndexPayload {
        reasons = List.copyOf(reasons);
        models = List.copyOf(models);
        benchmarks = List.copyOf(benchmarks);
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    /// The same of another moment at which the same was known.
    public CapabilityIndexPayload asOf(Instant moment) {
        return new CapabilityIndexPayload(
                moment,
                thin,
                reasons,
                scale,
                models,
                benchmarks,
                rows,
                leftOut,
                modelsLeftOut,
                published);
    }

    /// What numbers are on.
    ///
    /// @param unit `POINTS`, where both models of the scale are there; else `LOGITS`, with 0 at the
    ///   difficulty of the anchor
    /// @param low model that is 130 points; null without points
    /// @param high model that is 150 points; null without points
    /// @param anchor benchmark with difficulty 0 and slope 1
    /// @param ridge weight of the penalty
    /// @param softRidge weight of that of the second fit
    /// @param softRidgeRank rank correlation of both fits' models
    /// @param fewest benchmarks that a model must have
    /// @param level nominal coverage of the intervals
    /// @param draws how often scores were drawn anew for them
    /// @param seed of the draws
    public record ScalePayload(
            String unit,
            @Nullable String low,
            @Nullable String high,
            String anchor,
            double ridge,
            double softRidge,
            @Nullable Double softRidgeRank,
            int fewest,
            double level,
            int draws,
            long seed) {}

    /// Where a model lies.
    ///
    /// @param capability on the scale
    /// @param low lower end of its interval; null where no draw spoke of the model
    /// @param published what Epoch AI gives it; null where it gives nothing
    public record ModelPayload(
            String model,
            @Nullable String developer,
            double capability,
            @Nullable Double low,
            @Nullable Double high,
            int benchmarks,
            @Nullable Double published) {}

    /// Where a benchmark lies.
    ///
    /// @param difficulty capability that scores one half, on the scale
    /// @param slope how sharply it tells models apart, per logit
    /// @param atBound whether the slope stands at a bound: it tells nothing, or contradicts the
    ///   others
    /// @param models how many of the index it has
    /// @param floor value that counts as 0
    /// @param ceiling value that counts as 1
    public record BenchmarkPayload(
            String indicator,
            String title,
            double difficulty,
            double slope,
            boolean atBound,
            int models,
            double floor,
            double ceiling) {}

    /// A score that was used.
    ///
    /// @param share of what can be reached, within [.001, .999]
    /// @param observation id of the ledger row
    public record RowPayload(
            String model,
            String indicator,
            double value,
            double share,
            LocalDate observedOn,
            String source,
            String observation) {}

    /// A benchmark that was not used.
    public record LeftOutPayload(String indicator, String reason) {}

    /// Agreement with a published index.
    ///
    /// @param rank Spearman's correlation
    /// @param models how many are in both
    public record PublishedPayload(String indicator, double rank, int models) {}
}
