package rubicon.simulator.scenario.takeoff.progress;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

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
    private static final double ACCURACY = 1e-15;
    private static final int EVALUATIONS = 500;

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
        double rho = rho(Math.log(infLabour), Math.log(infCompute));
        double k = Math.exp(rho * Math.log(infCompute / infLabour));
        // (1 + k)M^ρ − k = 1 + (1 + k)(M^ρ − 1)
        double inner = 1 + (1 + k) * Math.expm1(rho * Math.log(computeGain));
        double exponent =
                inner <= 0
                        ? Double.POSITIVE_INFINITY
                        : Math.log1p((1 + k) * Math.expm1(rho * Math.log(computeGain)))
                                / (rho * Math.log(computeFactor));
        return new CapacityShape(rho, Math.exp(rho * Math.log(infLabour)), exponent);
    }

    /// At `−ln 2/ln A` one of the two powers is a half; the root lies between the two such points.
    private static double rho(double logLabour, double logCompute) {
        double low = -Math.log(2) / Math.min(logLabour, logCompute);
        double high = -Math.log(2) / Math.max(logLabour, logCompute);
        if (low == high) {
            return low;
        }
        var solver = new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * -low, 0, 5);
        return solver.solve(
                EVALUATIONS,
                rho -> Math.exp(rho * logLabour) + Math.exp(rho * logCompute) - 1,
                low,
                high);
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
    }
}
