package rubicon.model.stats;

/// The Beta distribution on [0, 1]; its mean is `a/(a + b)`.
///
/// @param a, b above 0, their sum finite
public record Beta(double a, double b) implements Distribution {
    public Beta {
        if (!(a > 0 && b > 0 && a + b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a and b must be above 0, not %s and %s".formatted(a, b));
        }
    }

    @Override
    public double quantile(double u) {
        return quantile(u, logBeta());
    }

    /// [#quantile(double)] for many shares: what hangs on the distribution alone is computed once,
    /// and nothing is allocated.
    public HeldQuantile heldQuantile() {
        double logBeta = logBeta();
        return new HeldQuantile(u -> quantile(u, logBeta));
    }

    private double quantile(double u, double logBeta) {
        return Shares.checked(u) == 0 || u == 1
                ? u
                : Logistic.of(IncompleteBeta.logitQuantile(u, a, b, logBeta));
    }

    @Override
    public double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return IncompleteBeta.of(x, 1 - x, a, b, logBeta());
    }

    private double logBeta() {
        return org.hipparchus.special.Beta.logBeta(a, b);
    }
}
