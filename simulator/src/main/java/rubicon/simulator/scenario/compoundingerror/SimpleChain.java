package rubicon.simulator.scenario.compoundingerror;

/// Every generation is aligned with the same, independent probability `q = 1 − e`, and what is lost
/// stays lost: survival is `q^n`.
///
/// @param error *e*, probability in [0, 1] that one generation comes out misaligned. Kept instead
///   of *q*, which would round a small *e*; for `q ≥ ½` nothing is lost in taking `1 − q`
/// @see "Jack Clark, Import AI 455, 4 May 2026: 0.999^50 and 0.999^500"
public record SimpleChain(double error) implements Chain {

    public SimpleChain {
        Chain.requireShare("error", error);
    }

    /// The chain of a given fidelity *q* in [0, 1].
    public static SimpleChain ofFidelity(double fidelity) {
        Chain.requireShare("fidelity", fidelity);
        return new SimpleChain(1 - fidelity);
    }

    @Override
    public double aligned(long generations) {
        Chain.requireGenerations(generations);
        return Chain.power(logFidelity(error), generations);
    }

    /// Generations after which survival is one half: `ln ½ / ln q`.
    ///
    /// @return generations, not rounded; infinite if `e = 0`, 0 if `e = 1`
    public double halfLife() {
        return exactGenerations(0.5);
    }

    /// Generations after which survival is exactly the target: `ln P / ln q`.
    ///
    /// @param target *P* in (0, 1]
    /// @return generations, not rounded; infinite if `e = 0`, 0 if `e = 1` or `P = 1`
    public double exactGenerations(double target) {
        requireTarget(target);
        return exactGenerations(logFidelity(error), target);
    }

    /// The same from `ln q`.
    static double exactGenerations(double logFidelity, double target) {
        // Both logarithms are at most zero; abs only turns a negative zero into zero.
        return logFidelity == 0
                ? Double.POSITIVE_INFINITY
                : Math.abs(Math.log(target) / logFidelity);
    }

    /// The most generations whose survival is still at least the target: `⌊ln P / ln q⌋`. A
    /// quotient that differs from an integer by less than the rounding of *P* and *q* can cause
    /// counts as that integer, so that `P = q^k` gives *k*.
    ///
    /// @param target *P* in (0, 1]
    /// @return an integral number of generations; infinite if `e = 0`
    public double mostGenerations(double target) {
        requireTarget(target);
        return mostGenerations(logFidelity(error), target);
    }

    /// The same from `ln q`.
    static double mostGenerations(double logFidelity, double target) {
        double exact = exactGenerations(logFidelity, target);
        if (exact == Double.POSITIVE_INFINITY) {
            return exact;
        }
        double nearest = Math.rint(exact);
        double rounding = 2 * Math.ulp(1.0) * (exact + 1) / -logFidelity;
        return Math.abs(exact - nearest) <= rounding ? nearest : Math.floor(exact);
    }

    /// The fidelity with which survival after so many generations is exactly the target: `P^(1/n)`.
    ///
    /// @param target *P* in (0, 1]
    /// @param generations *n*, at least 1
    public static double requiredFidelity(double target, long generations) {
        requireTarget(target);
        if (generations < 1) {
            throw new IllegalArgumentException(
                    "generations must be at least 1, not " + generations);
        }
        return Math.exp(Math.log(target) / generations);
    }

    /// `ln q`, 0 only where *e* is.
    static double logFidelity(double error) {
        return Math.log1p(-error);
    }

    private static void requireTarget(double target) {
        if (!(target > 0 && target <= 1)) {
            throw new IllegalArgumentException(
                    "target must be above 0 and at most 1, not " + target);
        }
    }
}
