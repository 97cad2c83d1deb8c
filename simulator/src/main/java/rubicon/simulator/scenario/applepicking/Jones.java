package rubicon.simulator.scenario.applepicking;

import java.util.Optional;

/// The tree as a production function of ideas, `A = G^{1/β}` with `G` the index of progress: the
/// form in which research is usually estimated, seen from within.
///
/// @param beta how fast ideas get harder to find, above 0
public record Jones(Tree tree, double beta) {
    public Jones {
        if (!(beta > 0 && Double.isFinite(beta))) {
            throw new IllegalArgumentException("beta is above 0, not " + beta);
        }
    }

    /// Per cent more ideas for a per cent more spend.
    ///
    /// @param human `x_H·r_H/(β·G)`; `1/β` where people work alone
    /// @param agent `x_A·λ·r_A·e^{−r_A x_A}/(u·β·G)` with `u = 1 − λ + λe^{−r_A x_A}`; falls to 0
    ///   as agents spend, unless they reach all
    public record Elasticities(double human, double agent) {}

    /// `A`, at least 0.
    public double ideas(double humanSpend, double agentSpend) {
        return Math.pow(tree.after(humanSpend, agentSpend).progress(), 1 / beta);
    }

    /// The elasticities at a spend; empty where nothing is spent, or nothing comes of it.
    public Optional<Elasticities> elasticities(double humanSpend, double agentSpend) {
        double progress = tree.after(humanSpend, agentSpend).progress();
        if (progress == 0) {
            return Optional.empty();
        }
        double work = tree.rates().agent() * agentSpend;
        return Optional.of(
                new Elasticities(
                        humanSpend * tree.rates().human() / (beta * progress),
                        work * tree.reach().after(work).within() / (beta * progress)));
    }
}
