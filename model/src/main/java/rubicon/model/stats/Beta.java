package rubicon.model.stats;

/// The Beta distribution on [0, 1]; its mean is `a/(a + b)`.
///
/// @param a, b above 0, their sum finite
public record Beta(double a, double b) implements Distribution {
    private static final int MOST_STEPS = 200;
    private static final double WIDEST_LOGIT = 700;

    public Beta {
        if (!(a > 0 && b > 0 && a + b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a and b must be above 0, not %s and %s".formatted(a, b));
        }
    }

    /// Newton's method on `logit x`, where the function is smooth also beside 0 and 1, kept inside
    /// a bracket that halves where a step would leave it: a few evaluations, and it cannot fail.
    @Override
    public double quantile(double u) {
        if (Shares.checked(u) == 0 || u == 1) {
            return u;
        }
        double low = -WIDEST_LOGIT;
        double high = WIDEST_LOGIT;
        double logNorm = org.hipparchus.special.Beta.logBeta(a, b);
        double logit = Math.log(a / b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = logistic(logit);
            double excess = cumulative(x) - u;
            if (excess == 0) {
                return x;
            }
            if (excess < 0) {
                low = logit;
            } else {
                high = logit;
            }
            // d/d logit of the cumulative: x(1 − x) times the density.
            double slope = Math.exp(a * logShare(logit) + b * logShare(-logit) - logNorm);
            double next = logit - excess / slope;
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - logit) <= 2 * Math.ulp(Math.max(1, Math.abs(logit)))) {
                return logistic(next);
            }
            logit = next;
        }
        return logistic(logit);
    }

    @Override
    public double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return Shares.clipped(org.hipparchus.special.Beta.regularizedBeta(x, a, b));
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /// `ln σ(logit)`.
    private static double logShare(double logit) {
        return logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit));
    }
}
