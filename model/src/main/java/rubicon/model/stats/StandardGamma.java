package rubicon.model.stats;

import org.hipparchus.special.Gamma;

/// The Gamma distribution with scale 1, where its quantile is asked for again and again: the
/// library's searches from afar, to 10⁻⁹, and allocates.
public final class StandardGamma {
    private static final int MOST_STEPS = 200;
    private static final double PRECISION = 1e-17;

    // Above it the library's ln Γ allocates nothing.
    private static final double ALLOCATED_UP_TO = 8;

    private StandardGamma() {}

    /// The value below which a share `p` of the mass lies: Newton's method on its logarithm, kept
    /// inside a bracket that halves where a step would leave it. As exact as drawing needs: 10⁻¹²
    /// where `p` is 10⁻⁹ to 1 − 10⁻⁹ and the shape some hundreds at most; far out in the tails of
    /// greater shapes digits are lost.
    ///
    /// @param shape above 0, finite
    /// @param p in (0, 1)
    public static double quantile(double shape, double p) {
        if (!(shape > 0 && Double.isFinite(shape) && p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    "the %s quantile of a shape of %s".formatted(p, shape));
        }
        double logGamma = logGamma(shape + 1);
        // The first term of the series is no less than all of the mass below x.
        double least = (Math.log(p) + logGamma) / shape;
        double log = Math.max(least, start(shape, p));
        double low = least - 1;
        // Beyond it no share that is less than 1 lies.
        double high = Math.log(shape + 50 * Math.sqrt(shape) + 100);
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = Math.exp(log);
            double front = Math.exp(shape * log - x - logGamma);
            double excess = front * series(shape, x) - p;
            if (excess == 0) {
                return x;
            }
            if (excess < 0) {
                low = log;
            } else {
                high = log;
            }
            // d/d ln x of the mass below x: x times the density.
            double next = log - excess / (shape * front);
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            if (Math.abs(next - log) <= 2 * Math.ulp(Math.max(1, Math.abs(log)))) {
                return Math.exp(next);
            }
            log = next;
        }
        return Math.exp(log);
    }

    /// Of a cube that is nearly normal, as Wilson and Hilferty found; −∞ where it has none.
    private static double start(double shape, double p) {
        double root = 1 - 1 / (9 * shape) + Normal.standardQuantile(p) / (3 * Math.sqrt(shape));
        return root > 0 ? Math.log(shape) + 3 * Math.log(root) : Double.NEGATIVE_INFINITY;
    }

    /// `Σ xⁿ/((a + 1)…(a + n))`, all of one sign.
    private static double series(double shape, double x) {
        double sum = 1;
        double term = 1;
        for (int n = 1; term > PRECISION * sum; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    private static double logGamma(double x) {
        double raised = x;
        double product = 1;
        while (raised <= ALLOCATED_UP_TO) {
            product *= raised;
            raised++;
        }
        return Gamma.logGamma(raised) - Math.log(product);
    }
}
