package rubicon.simulator.scenario.takeoff.progress;

import rubicon.simulator.scenario.takeoff.software.ResearchInput;

/// Capacity for experiments: `[α·X^(ζρ) + (1 − α)·ℓ^ρ]^(1/ρ)` of experiment compute `X` and
/// parallel coding labour `ℓ = L^λ`.
final class Capacity {
    private double share;
    private double rho;
    private double computeExponent;
    private double parallel;

    /// Takes the shape with its weight set so that the anchors hold at a reference moment: `α =
    /// 1/(1
    /// + (X^ζ/H^λ·A_C/A_L)^ρ)`.
    ///
    /// @param rho of [CapacityShape]
    /// @param computeExponent `ζ`
    /// @param parallel `λ`
    /// @param infComputeToLabour `A_C/A_L`
    void set(
            double rho,
            double computeExponent,
            double parallel,
            double infComputeToLabour,
            double logExperiments,
            double logHumans) {
        double log =
                rho
                        * (computeExponent * logExperiments
                                - parallel * logHumans
                                + Math.log(infComputeToLabour));
        share = 1 / (1 + Math.exp(log));
        this.rho = rho;
        this.computeExponent = computeExponent;
        this.parallel = parallel;
    }

    /// `α`: weight of compute.
    double share() {
        return share;
    }

    /// `ln` of capacity.
    double log(double logExperiments, double logLabour) {
        return ResearchInput.logOf(
                share, rho, computeExponent * logExperiments, parallel * logLabour);
    }

    /// Growth of capacity when both inputs grow, a year.
    double growth(
            double logExperiments,
            double logHumans,
            double experimentsGrowth,
            double humansGrowth) {
        double labourPart =
                ResearchInput.labourElasticityOfLogs(
                        share, rho, computeExponent * logExperiments, parallel * logHumans);
        return (1 - labourPart) * computeExponent * experimentsGrowth
                + labourPart * parallel * humansGrowth;
    }

    /// The most e-folds a year that `ln` of capacity may turn by, for inputs that grow so.
    double pace(double experimentsGrowth, double humansGrowth) {
        double byCompute = Math.abs(computeExponent * experimentsGrowth);
        double byLabour = Math.abs(parallel * humansGrowth);
        double turn =
                Math.abs(rho * (computeExponent * experimentsGrowth - parallel * humansGrowth));
        return Math.max(turn, Math.max(byCompute, byLabour));
    }
}
