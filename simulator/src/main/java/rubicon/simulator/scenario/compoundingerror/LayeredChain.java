package rubicon.simulator.scenario.compoundingerror;

/// Several layers of assurance guard each generation, but a share of the failures is common to all
/// of them: `1 − e_gen = (1 − κe)(1 − ((1−κ)e)^L)`. However many the layers, a generation is
/// aligned with at most `1 − κe`: the common cause bounds what redundancy buys.
///
/// @param error *e* of one layer, in [0, 1]
/// @param commonShare *κ*, share in [0, 1] of failures that defeat every layer at once
/// @param layers *L*, at least 1
public record LayeredChain(double error, double commonShare, long layers) implements Chain {

    public LayeredChain {
        Chain.requireShare("error", error);
        Chain.requireShare("commonShare", commonShare);
        if (layers < 1) {
            throw new IllegalArgumentException("layers must be at least 1, not " + layers);
        }
    }

    /// `1 − e_gen`, probability that one generation passes alignment on.
    public double fidelity() {
        return Math.exp(logFidelity(error, commonShare, layers));
    }

    @Override
    public double aligned(long generations) {
        Chain.requireGenerations(generations);
        return Chain.power(logFidelity(error, commonShare, layers), generations);
    }

    /// `ln(1 − e_gen)`.
    static double logFidelity(double error, double commonShare, long layers) {
        double allIndependent = Math.pow((1 - commonShare) * error, (double) layers);
        return Math.log1p(-commonShare * error) + Math.log1p(-allIndependent);
    }
}
