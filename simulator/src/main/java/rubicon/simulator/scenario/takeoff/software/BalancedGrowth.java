package rubicon.simulator.scenario.takeoff.software;

/// Speed-up of progress when cognitive labour in research becomes software, on balanced growth
/// paths before and after.
///
/// @param alpha `α`: weight of compute in research, in (0, 1]
/// @param gamma `γ`: weight of compute per copy in the labour that it runs
/// @param cognitiveReturns `r_cog`: returns to cognitive labour, at least 0
/// @param labourGrowth `g_L` before, a year
/// @param computeGrowth `g_C`, a year
/// @see "Tom Houlden's speed-up calculator, 2026"
public record BalancedGrowth(
        double alpha,
        double gamma,
        double cognitiveReturns,
        double labourGrowth,
        double computeGrowth) {
    public BalancedGrowth {
        if (!(alpha > 0)) {
            throw new IllegalArgumentException("alpha must be above 0, not " + alpha);
        }
    }

    /// Returns to compute, `r_cog(1 − α)/α`.
    public double computeReturns() {
        return cognitiveReturns * (1 - alpha) / alpha;
    }

    /// Growth of software before, a year.
    public double before() {
        return cognitiveReturns * labourGrowth + computeReturns() * computeGrowth;
    }

    /// Growth of software after, a year; infinite from `r_cog = 1` on.
    public double after() {
        return after(alpha, gamma, cognitiveReturns, computeGrowth);
    }

    /// [#after()] of what is no object.
    public static double after(
            double alpha, double gamma, double cognitiveReturns, double computeGrowth) {
        return cognitiveReturns >= 1
                ? Double.POSITIVE_INFINITY
                : cognitiveReturns * (1 / alpha + gamma) * computeGrowth / (1 - cognitiveReturns);
    }

    /// How many times faster; infinite from `r_cog = 1` on. In both paths `r_cog` is a factor, so
    /// their ratio stands without returns too.
    public double speedup() {
        return speedup(alpha, gamma, cognitiveReturns, labourGrowth, computeGrowth);
    }

    /// [#speedup()] of what is no object.
    public static double speedup(
            double alpha,
            double gamma,
            double cognitiveReturns,
            double labourGrowth,
            double computeGrowth) {
        return cognitiveReturns >= 1
                ? Double.POSITIVE_INFINITY
                : (1 / alpha + gamma)
                        * computeGrowth
                        / (1 - cognitiveReturns)
                        / (labourGrowth + (1 - alpha) / alpha * computeGrowth);
    }
}
