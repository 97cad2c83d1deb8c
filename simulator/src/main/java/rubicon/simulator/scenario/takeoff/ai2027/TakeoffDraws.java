package rubicon.simulator.scenario.takeoff.ai2027;

import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Normal;
import rubicon.model.stats.SplitMix64;

/// Monte Carlo over [Gaps] with the source's priors. One stream; each run draws `z₁` for `A`, `z₂'`
/// for SC to SAR (with `z₂ = 0.8·z₁ + 0.6·z₂'`), `z₃` for `J`, and `u`, which makes the first gap
/// zero below 0.15.
public final class TakeoffDraws {
    /// Years from SC to SAR where there is a gap.
    public static final LogNormal SC_TO_SAR = LogNormal.ofInterval(1.5, 10, LogNormal.Z_80);

    /// `A`.
    public static final LogNormal MEDIAN = LogNormal.ofInterval(1, 25, LogNormal.Z_80);

    /// `J`.
    public static final LogNormal JUMPS = LogNormal.ofInterval(0.3, 7.5, LogNormal.Z_80);

    /// Probability that a superhuman coder is a superhuman researcher from the start.
    public static final double NO_GAP = 0.15;

    /// Of normal scores that are drawn together.
    public static final double CORRELATION = 0.8;

    private static final double REST = 0.6;

    private TakeoffDraws() {}

    /// Calendar years of the phases: for each of the three an array of all runs, in the order of
    /// the draws.
    ///
    /// @param runs at least 1
    public static double[][] years(long seed, int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + runs);
        }
        var stream = new SplitMix64(seed);
        double[][] years = new double[3][runs];
        for (int run = 0; run < runs; run++) {
            double z1 = stream.nextNormal();
            double z2 = CORRELATION * z1 + REST * stream.nextNormal();
            double z3 = stream.nextNormal();
            double u = stream.nextOpenUniform();
            double first = u < NO_GAP ? 0 : at(SC_TO_SAR, z2);
            double[] phases = Gaps.of(first, at(MEDIAN, z1), at(JUMPS, z3)).years();
            for (int phase = 0; phase < phases.length; phase++) {
                years[phase][run] = phases[phase];
            }
        }
        return years;
    }

    /// The value `z` standard deviations from the median, for draws that share their randomness.
    static double at(LogNormal distribution, double z) {
        return Math.exp(distribution.mu() + distribution.sigma() * z);
    }

    /// The share of a standard normal distribution below `z`.
    static double below(double z) {
        return Normal.standardCumulative(z);
    }
}
