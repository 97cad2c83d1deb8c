package rubicon.simulator.scenario.takeoff.progress;

import rubicon.simulator.scenario.takeoff.software.ResearchInput;

/// Capacity for experiments: `[α·X^(ζρ) + (1 − α)·ℓ^ρ]^(1/ρ)` of experiment compute `X` and
/// parallel coding labour `ℓ = L^λ`.
///
/// @param mix of compute, with weight `α`, and labour
/// @param computeExponent `ζ`
/// @param parallel `λ`
record Capacity(ResearchInput mix, double computeExponent, double parallel) {

    /// The shape with its weight set so that the anchors hold at a reference moment: `α = 1/(1 +
    /// (X^ζ/H^λ·A_C/A_L)^ρ)`.
    static Capacity at(
            CapacityShape shape,
            double parallel,
            double infComputeToLabour,
            InputTable.Moment reference) {
        double log =
                shape.rho()
                        * (shape.computeExponent() * reference.logExperiment()
                                - parallel * reference.logHumans()
                                + Math.log(infComputeToLabour));
        return new Capacity(
                new ResearchInput(1 / (1 + Math.exp(log)), shape.rho()),
                shape.computeExponent(),
                parallel);
    }

    /// `ln` of capacity.
    double log(double logExperiment, double logLabour) {
        return mix.logOf(computeExponent * logExperiment, parallel * logLabour);
    }

    /// Growth of capacity when both inputs grow, a year.
    double growth(InputTable.Moment at, double experimentGrowth, double labourGrowth) {
        double labourPart =
                mix.labourElasticityOfLogs(
                        computeExponent * at.logExperiment(), parallel * at.logHumans());
        return (1 - labourPart) * computeExponent * experimentGrowth
                + labourPart * parallel * labourGrowth;
    }
}
