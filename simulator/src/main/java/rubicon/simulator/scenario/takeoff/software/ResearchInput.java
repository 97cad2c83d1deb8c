package rubicon.simulator.scenario.takeoff.software;

/// Research made of compute and labour with constant elasticity of substitution: `R = [s·C^ρ + (1 −
/// s)·L^ρ]^(1/ρ)`, `ρ = (σ − 1)/σ`; `ρ = 0` is Cobb–Douglas. Below 0 compute is a bottleneck: `R`
/// stays under `s^(1/ρ)·C` however many researchers there are.
///
/// @param share `s` of compute, in [0, 1]
/// @param rho at most 1
public record ResearchInput(double share, double rho) {
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
        if (rho == 0) {
            return share * logCompute + (1 - share) * logLabour;
        }
        double log = rho * (logCompute - logLabour);
        return log <= 0
                ? logLabour + logMix(share, log) / rho
                : logCompute + logMix(1 - share, -log) / rho;
    }

    /// `ln(w·e^x + 1 − w)` for `x ≤ 0`.
    private static double logMix(double weight, double x) {
        if (weight == 1) {
            return x;
        }
        return x > -1
                ? Math.log1p(weight * Math.expm1(x))
                : Math.log(weight * Math.exp(x) + (1 - weight));
    }

    /// How much a per cent of labour adds, in per cent: `(1 − s)L^ρ/(s·C^ρ + (1 − s)L^ρ)`.
    public double labourElasticity(double compute, double labour) {
        return labourElasticityOfLogs(Math.log(compute), Math.log(labour));
    }

    /// [#labourElasticity] from logarithms, without overflow.
    public double labourElasticityOfLogs(double logCompute, double logLabour) {
        if (share == 0 || share == 1) {
            return 1 - share;
        }
        double odds = Math.log((1 - share) / share) + rho * (logLabour - logCompute);
        return 1 / (1 + Math.exp(-odds));
    }

    /// What infinite labour gives: `s^(1/ρ)·C` for `ρ < 0`, else infinite unless labour counts
    /// nothing.
    public double limitOfLabour(double compute) {
        if (share == 1) {
            return compute;
        }
        return rho < 0 ? Math.pow(share, 1 / rho) * compute : Double.POSITIVE_INFINITY;
    }
}
