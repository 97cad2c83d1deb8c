package rubicon.simulator.scenario.compoundingerror;

import java.util.List;

/// A line of generations, each made by the one before it, the first of them aligned. The kinds
/// differ in what can go wrong in a step and what can be put right again.
public sealed interface Chain
        permits SimpleChain, AuditedChain, DriftingChain, UncertainChain, LayeredChain {

    /// Probability in [0, 1] that the model after so many generations is aligned; 1 after none.
    ///
    /// @throws IllegalArgumentException if there are fewer than none
    double aligned(long generations);

    /// [#aligned(long)] of each.
    default List<Double> aligned(List<Long> generations) {
        return generations.stream().map(this::aligned).toList();
    }

    /// Fails unless a share or probability is in [0, 1].
    static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, not " + share);
        }
    }

    /// Fails unless a count of generations is at least zero.
    static void requireGenerations(long generations) {
        if (generations < 0) {
            throw new IllegalArgumentException(
                    "generations must not be negative, as " + generations + " is");
        }
    }

    /// `x^n` from `ln x`, exact at `n = 0` where `ln x` may be infinite.
    static double power(double logBase, long exponent) {
        return exponent == 0 ? 1 : Math.exp(exponent * logBase);
    }
}
