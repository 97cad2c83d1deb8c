package rubicon.simulator.scenario.takeoff.logistic;

import rubicon.model.stats.SplitMix64;
import rubicon.model.stats.Triangular;

/// Monte Carlo over [LogisticAutomation] with the source's priors, symmetric triangles. One stream;
/// each run draws `1/v`, `f₀`, `α/(α + ζ)`, `α + ζ`, `β` in this order.
public final class LogisticDraws {
    private static final Triangular WIDTH = symmetric(1.5, 4.2);
    private static final Triangular INITIAL_SHARE = symmetric(0.25, 0.5);
    private static final Triangular LABOUR_SHARE = symmetric(0.12, 0.35);
    private static final Triangular SCALE = symmetric(0.8, 1);
    private static final Triangular DIFFICULTY = symmetric(0.3, 1);

    private LogisticDraws() {}

    private static Triangular symmetric(double low, double high) {
        return new Triangular(low, (low + high) / 2, high);
    }

    /// The year of 99 % automation in each run, in the order of the draws.
    ///
    /// @param runs at least 1
    public static double[] yearsOfFullAutomation(long seed, int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + runs);
        }
        var stream = new SplitMix64(seed);
        double[] years = new double[runs];
        for (int run = 0; run < runs; run++) {
            double width = WIDTH.quantile(stream.nextOpenUniform());
            double initialShare = INITIAL_SHARE.quantile(stream.nextOpenUniform());
            double labourShare = LABOUR_SHARE.quantile(stream.nextOpenUniform());
            double scale = SCALE.quantile(stream.nextOpenUniform());
            double difficulty = DIFFICULTY.quantile(stream.nextOpenUniform());
            years[run] =
                    new LogisticAutomation(labourShare, scale, difficulty, width, initialShare)
                            .yearOfFullAutomation();
        }
        return years;
    }
}
