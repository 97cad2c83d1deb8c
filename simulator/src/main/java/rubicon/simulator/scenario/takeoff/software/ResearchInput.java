package rubicon.simulator.scenario.takeoff.software;

/// Research made of compute and labour with constant elasticity of substitution: `R = [s·C^ρ + (1 −
/// s)·L^ρ]^(1/ρ)`, `ρ = (σ − 1)/σ`; `ρ = 0` is Cobb–Douglas. Below 0 compute is a bottleneck: `R`
/// stays under `s^(1/ρ)·C` however many researchers there are.
///
/// @param share `s` of compute, in [0, 1]
/// @param rho at most 1
public record ResearchInput(double share, double rho) {
    /// From this substitution on digits that cancel are not missed.
    private static final double DIRECT = 0.05;

    public ResearchInput {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
        }
        if (!(rho <= 1)) {
            throw new IllegalArgumentException("rho must be at most 1, not " + rho);
        }
    }

    /// `R`.
    ///
    /// @param compute above 0
    /// @param labour above 0
    public double of(double compute, double labour) {
        return Math.exp(logOf(Math.log(compute), Math.log(labour)));
    }

    /// `ln R` from logarithms, without overflow.
    public double logOf(double logCompute, double logLabour) {
        return logOf(share, rho, logCompute, logLabour);
    }

    /// [#logOf(double, double)] of what is no object.
    public static double logOf(double share, double rho, double logCompute, double logLabour) {
        if (rho == 0) {
            return share * logCompute + (1 - share) * logLabour;
        }
        double log = rho * (logCompute - logLabour);
        return log <= 0
                ? logLabour + logMix(share, log, rho) / rho
                : logCompute + logMix(1 - share, -log, rho) / rho;
    }

    /// `ln(w·e^x + 1 − w)` for `x ≤ 0`.
    private static double logMix(double weight, double x, double rho) {
        if (weight == 1) {
            return x;
        }
        // Near ρ = 0 the mix differs from 1 by little, and that little is the result.
        return x > -1 && Math.abs(rho) < DIRECT
                ? Math.log1p(weight * Math.expm1(x))
                : Math.log(weight * Math.exp(x) + (1 - weight));
    }

    /// How much a per cent of labour adds, in per cent: `(1 − s)L^ρ/(s·C^ρ + (1 − s)L^ρ)`.
    public double labourElasticity(double compute, double labour) {
        return labourElasticityOfLogs(Math.log(compute), Math.log(labour));
    }

    /// [#labourElasticity] from logarithms, without overflow.
    public double labourElasticityOfLogs(double logCompute, double logLabour) {
        return labourElasticityOfLogs(share, rho, logCompute, logLabour);
    }

    /// [#labourElasticityOfLogs(double, double)] of what is no object.
    public static double labourElasticityOfLogs(
            double share, double rho, double logCompute, double logLabour) {
        if (share == 0 || share == 1) {
            return 1 - share;
        }
        double odds = Math.log((1 - share) / share) + rho * (logLabour - logCompute);
        return 1 / (1 + Math.exp(-odds));
    }

    /// What infinite labour gives: `s^(1/ρ)·C` for `ρ < 0`, else infinite unless labour counts
    /// nothing.
    public double limitOfLabour(double compute) {
        return share == 1 ? compute : limitOfLabour(share, rho) * compute;
    }

    /// The same for compute of 1, of what is no object.
    public static double limitOfLabour(double share, double rho) {
        return share == 1 ? 1 : rho < 0 ? Math.pow(share, 1 / rho) : Double.POSITIVE_INFINITY;
    }
}
