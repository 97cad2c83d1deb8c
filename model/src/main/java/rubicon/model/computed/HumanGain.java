package rubicon.model.computed;

import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Estimate;

/// How much of the gain that people reach in post-training an agent reaches, on PostTrainBench: 0
/// where its models are no better than the untuned ones, 1 where they equal the developers' own.
///
/// Both ends are the benchmark's weighted average in per cent, as its website's tables of March
/// 2026 give it: 7.528 and 51.136, which its README prints as 7.5 and 51.1.
public final class HumanGain {
    private static final double UNTUNED = 7.53;
    private static final double OFFICIAL = 51.14;

    private HumanGain() {}

    /// `(average - 7.53) / (51.14 - 7.53)`, of the value and both ends of its interval.
    ///
    /// @param average weighted average over all models and tests, in per cent
    public static Estimate share(Estimate average) {
        return new Estimate(
                share(average.value()),
                end(average.low()),
                end(average.high()),
                average.level(),
                average.method(),
                average.n());
    }

    private static double share(double average) {
        return (average - UNTUNED) / (OFFICIAL - UNTUNED);
    }

    private static @Nullable Double end(@Nullable Double average) {
        return average == null ? null : share(average);
    }
}
