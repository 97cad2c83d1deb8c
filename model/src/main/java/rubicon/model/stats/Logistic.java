package rubicon.model.stats;

/// The logistic curve `σ` and its inverse.
public final class Logistic {
    private Logistic() {}

    /// `1/(1 + e^{−x})`, without overflow at either end.
    public static double of(double x) {
        double small = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// `ln σ(x)`, with all its digits at either end.
    public static double logOf(double x) {
        return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }

    /// `ln(p/(1 − p))`.
    ///
    /// @param p in [0, 1]; −∞ and ∞ at the ends
    /// @throws IllegalArgumentException if `p` is outside
    public static double logit(double p) {
        return Math.log(Shares.checked(p)) - Math.log1p(-p);
    }
}
