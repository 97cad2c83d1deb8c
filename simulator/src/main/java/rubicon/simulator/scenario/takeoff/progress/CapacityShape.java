package rubicon.simulator.scenario.takeoff.progress;

/// How compute and labour make experiments, from three anchors: what infinite labour gives (`A_L`),
/// what infinite compute gives (`A_C`), what so much more compute gives (`M` for a factor `N`). `ρ
/// < 0` solves `A_L^ρ + A_C^ρ = 1`; with `k = (A_C/A_L)^ρ` the exponent of compute is `ζ = ln((1 +
/// k)M^ρ − k)/(ρ·ln N)`.
///
/// @param rho `ρ` of compute and labour
/// @param computeShare `A_L^ρ`: weight of compute where both are 1
/// @param computeExponent `ζ`; infinite where no amount of compute gives so much
/// @see "Kokotajlo, Lifland, Halstead & Kastner 2025, repository brendanhalstead/ai-progress-rates"
public record CapacityShape(double rho, double computeShare, double computeExponent) {
    private static final double ROUNDING = 1e-15;
    private static final int MOST_STEPS = 200;

    /// The shape that the anchors determine.
    ///
    /// @param infLabour `A_L`, above 1
    /// @param infCompute `A_C`, above 1
    /// @param computeFactor `N`, above 0, not 1
    /// @param computeGain `M`, above 0
    public static CapacityShape of(
            double infLabour, double infCompute, double computeFactor, double computeGain) {
        require(infLabour > 1 && Double.isFinite(infLabour), "infLabour", infLabour);
        require(infCompute > 1 && Double.isFinite(infCompute), "infCompute", infCompute);
        require(computeFactor > 0 && computeFactor != 1, "computeFactor", computeFactor);
        require(computeGain > 0, "computeGain", computeGain);
        double rho = rho(infLabour, infCompute);
        return new CapacityShape(
                rho,
                Math.exp(rho * Math.log(infLabour)),
                computeExponent(rho, infLabour, infCompute, computeFactor, computeGain));
    }

    /// `ζ` of such a shape.
    static double computeExponent(
            double rho,
            double infLabour,
            double infCompute,
            double computeFactor,
            double computeGain) {
        double k = Math.exp(rho * Math.log(infCompute / infLabour));
        // (1 + k)M^ρ − k = 1 + (1 + k)(M^ρ − 1)
        double more = (1 + k) * Math.expm1(rho * Math.log(computeGain));
        return 1 + more <= 0
                ? Double.POSITIVE_INFINITY
                : Math.log1p(more) / (rho * Math.log(computeFactor));
    }

    /// `ρ` by Newton's method on `ln(A_L^ρ + A_C^ρ)`, which is convex and nearly straight. At `−ln
    /// 2/ln A` one of the two powers is a half; the root lies left of the rightmost such point, and
    /// from there no step passes it.
    static double rho(double infLabour, double infCompute) {
        double less = Math.log(Math.min(infLabour, infCompute));
        double more = Math.log(Math.max(infLabour, infCompute));
        double rho = -Math.log(2) / more;
        for (int i = 0; i < MOST_STEPS; i++) {
            // The smaller base has the larger power.
            double ratio = Math.exp(rho * (more - less));
            double value = rho * less + Math.log1p(ratio);
            double slope = (less + ratio * more) / (1 + ratio);
            double next = rho - value / slope;
            if (!(next < rho - ROUNDING * -rho)) {
                return next;
            }
            rho = next;
        }
        return rho;
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
    }
}
