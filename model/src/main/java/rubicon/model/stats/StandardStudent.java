package rubicon.model.stats;

/// Student's t with location 0 and scale 1, where its quantile is asked for again and again: what
/// hangs on the degrees alone is computed once, and nothing is allocated.
public final class StandardStudent {
    private final double degrees;
    private final double half;
    private final double logBeta;

    /// @param degrees of freedom, above 0
    public StandardStudent(double degrees) {
        this.degrees = degrees;
        this.half = degrees / 2;
        this.logBeta = org.hipparchus.special.Beta.logBeta(half, 0.5);
    }

    /// The value below which a share `p` of the mass lies; the ends are infinite. Exact to 10⁻¹²
    /// for `p` from 10⁻²⁰; nearer to 0 the search ends before it is there.
    ///
    /// @param p in [0, 1]
    public double quantile(double p) {
        if (Shares.checked(p) == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return p < 0.5 ? -beyond(p) : beyond(1 - p);
    }

    /// Where t, at least 0, leaves a share above it: `n/(n + t²)` has a Beta distribution, as
    /// `t²/(n + t²)` has, and each keeps its digits on its own side.
    private double beyond(double share) {
        if (share == 0.5) {
            return 0;
        }
        double logit =
                share < 0.25
                        ? -IncompleteBeta.logitQuantile(2 * share, half, 0.5, logBeta)
                        : IncompleteBeta.logitQuantile(1 - 2 * share, 0.5, half, logBeta);
        return Math.sqrt(degrees * Math.exp(logit));
    }
}
