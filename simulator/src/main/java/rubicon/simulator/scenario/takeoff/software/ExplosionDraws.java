package rubicon.simulator.scenario.takeoff.software;

import java.util.Arrays;
import java.util.List;
import rubicon.model.stats.LogUniform;
import rubicon.model.stats.SplitMix64;

/// Monte Carlo over [SoftwareExplosion] with the source's priors: how often each reported speed of
/// progress is reached. One stream; each run draws `f`, `r₀`, `Y`, `p` in this order.
///
/// @param events what is counted
/// @param counts of runs with each event
public record ExplosionDraws(List<ProgressSpeed> events, List<Integer> counts, int runs) {
    private static final LogUniform SPEEDUP = new LogUniform(2, 32);
    private static final LogUniform RETURNS = new LogUniform(0.4, 3.6);
    private static final double LOWEST_CEILING = 6;
    private static final double HIGHEST_CEILING = 16;
    private static final LogUniform EXPONENT = new LogUniform(0.15, 0.6);

    public ExplosionDraws {
        events = List.copyOf(events);
        counts = List.copyOf(counts);
    }

    /// Draws and counts.
    ///
    /// @param runs at least 1
    public static ExplosionDraws of(long seed, int runs, Retraining retraining) {
        if (runs < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + runs);
        }
        var stream = new SplitMix64(seed);
        int[] counts = new int[ProgressSpeed.REPORTED.size()];
        for (int run = 0; run < runs; run++) {
            SoftwareExplosion.Path path = draw(stream, retraining).path();
            for (int event = 0; event < counts.length; event++) {
                if (path.reaches(ProgressSpeed.REPORTED.get(event))) {
                    counts[event]++;
                }
            }
        }
        return new ExplosionDraws(
                ProgressSpeed.REPORTED, Arrays.stream(counts).boxed().toList(), runs);
    }

    private static SoftwareExplosion draw(SplitMix64 stream, Retraining retraining) {
        double speedup = SPEEDUP.quantile(stream.nextOpenUniform());
        double returns = RETURNS.quantile(stream.nextOpenUniform());
        double ceiling =
                LOWEST_CEILING + (HIGHEST_CEILING - LOWEST_CEILING) * stream.nextOpenUniform();
        double exponent = EXPONENT.quantile(stream.nextOpenUniform());
        return new SoftwareExplosion(
                speedup,
                returns,
                ceiling,
                exponent,
                SoftwareExplosion.SOFTWARE_SHARE,
                SoftwareExplosion.DOUBLING_MONTHS,
                retraining,
                false);
    }
}
