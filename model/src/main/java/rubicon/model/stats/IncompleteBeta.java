package rubicon.model.stats;

/// The regularized incomplete Beta function `I_x(a, b)` and its inverse, by the continued fraction
/// that the library has too, which makes an object for each value; here nothing is allocated.
///
/// @see <a href="https://dlmf.nist.gov/8.17#v">DLMF 8.17.22</a>
final class IncompleteBeta {
    private static final double PRECISION = 1e-15;
    private static final double SMALLEST = 1e-300;
    private static final int MOST_TERMS = 1_000_000;
    private static final int MOST_STEPS = 200;
    private static final double WIDEST_LOGIT = 700;

    private IncompleteBeta() {}

    /// `I_x(a, b)`.
    ///
    /// @param x in (0, 1)
    /// @param y `1 − x`, with its own digits
    /// @param logBeta `ln B(a, b)`
    static double of(double x, double y, double a, double b, double logBeta) {
        double logX = x < 0.5 ? Math.log(x) : Math.log1p(-y);
        double logY = x < 0.5 ? Math.log1p(-x) : Math.log(y);
        double front = Math.exp(a * logX + b * logY - logBeta);
        // Each fraction is quick on its own side of the mode.
        double share =
                x > (a + 1) / (a + b + 2)
                        ? 1 - front / (b * fraction(y, b, a))
                        : front / (a * fraction(x, a, b));
        return Shares.clipped(share);
    }

    /// Lentz' method.
    private static double fraction(double x, double a, double b) {
        double value = 1;
        double c = 1;
        double d = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            int m = n / 2;
            double term =
                    n % 2 == 0
                            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + term * d);
            c = notZero(1 + term / c);
            value *= c * d;
            if (Math.abs(c * d - 1) <= PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double notZero(double number) {
        return Math.abs(number) < SMALLEST ? SMALLEST : number;
    }

    /// The logit of the `x` of which `I_x(a, b)` is `u`: Newton's method on `logit x`, where the
    /// function is smooth also beside 0 and 1, kept inside a bracket that halves where a step would
    /// leave it: a few evaluations, and it cannot fail.
    ///
    /// @param u in (0, 1)
    static double logitQuantile(double u, double a, double b, double logBeta) {
        double low = -WIDEST_LOGIT;
        double high = WIDEST_LOGIT;
        double logit = Math.log(a / b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double excess = of(Logistic.of(logit), Logistic.of(-logit), a, b, logBeta) - u;
            if (excess == 0) {
                return logit;
            }
            if (excess < 0) {
                low = logit;
            } else {
                high = logit;
            }
            // d/d logit of the function: x(1 − x) times the density.
            double slope =
                    Math.exp(a * Logistic.logOf(logit) + b * Logistic.logOf(-logit) - logBeta);
            double next = logit - excess / slope;
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - logit) <= 2 * Math.ulp(Math.max(1, Math.abs(logit)))) {
                return next;
            }
            logit = next;
        }
        return logit;
    }
}
