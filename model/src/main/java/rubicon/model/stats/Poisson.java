package rubicon.model.stats;

import org.hipparchus.special.Gamma;

/// The Poisson distribution, where its quantile is asked for again and again: the library's
/// searches from afar and allocates, this one walks from the mean.
public final class Poisson {
    private Poisson() {}

    /// The least `k` of which `P(N ≤ k)` is at least `p`.
    ///
    /// @param mean at least 0, finite
    /// @param p in (0, 1)
    public static double quantile(double mean, double p) {
        if (!(mean >= 0 && Double.isFinite(mean) && p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    "the %s quantile of a mean of %s".formatted(p, mean));
        }
        if (mean == 0) {
            return 0;
        }
        double k = Math.floor(mean);
        double mass = Math.exp(k * Math.log(mean) - mean - Gamma.logGamma(k + 1));
        double below = 1 - Gamma.regularizedGammaP(k + 1, mean);
        while (below < p && mass > 0) {
            k++;
            mass *= mean / k;
            below += mass;
        }
        while (k > 0 && below - mass >= p) {
            below -= mass;
            mass *= k / mean;
            k--;
        }
        return k;
    }
}
