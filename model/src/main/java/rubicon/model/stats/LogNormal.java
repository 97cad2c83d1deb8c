package rubicon.model.stats;

/// A value whose distance to `shift` has a normal logarithm.
///
/// @param mu mean of the natural logarithm
/// @param sigma its standard deviation, above 0
/// @param shift what the value is above of; 0 for the plain log-normal
public record LogNormal(double mu, double sigma, double shift) implements Distribution {
    /// `z` of the central 80 % of a normal distribution.
    public static final double Z_80 = 1.2815515655446004;

    public LogNormal {
        if (!(Double.isFinite(mu) && Double.isFinite(shift) && sigma > 0)) {
            throw new IllegalArgumentException(
                    "mu %s, sigma %s and shift %s make no log-normal distribution"
                            .formatted(mu, sigma, shift));
        }
    }

    /// The log-normal distribution of a central interval: `μ = (ln lo + ln hi)/2`, `σ = (ln hi − ln
    /// lo)/2z`.
    ///
    /// @param low above 0
    /// @param high above `low`
    /// @param z half the interval's width in standard deviations; [#Z_80] for 80 %
    public static LogNormal ofInterval(double low, double high, double z) {
        if (!(low > 0 && high > low && z > 0)) {
            throw new IllegalArgumentException(
                    "%s to %s with z %s is no interval of positive values".formatted(low, high, z));
        }
        double logLow = Math.log(low);
        double logHigh = Math.log(high);
        return new LogNormal((logLow + logHigh) / 2, (logHigh - logLow) / (2 * z), 0);
    }

    /// The log-normal distribution with a given mean and standard deviation: `σ² = ln(1 +
    /// (sd/mean)²)`, `μ = ln mean − σ²/2`.
    ///
    /// @param mean above 0
    /// @param sd above 0
    public static LogNormal ofMoments(double mean, double sd) {
        if (!(mean > 0 && sd > 0 && Double.isFinite(mean) && Double.isFinite(sd))) {
            throw new IllegalArgumentException(
                    "mean %s and sd %s make no log-normal distribution".formatted(mean, sd));
        }
        double variance = Math.log1p(sd / mean * (sd / mean));
        return new LogNormal(Math.log(mean) - variance / 2, Math.sqrt(variance), 0);
    }

    @Override
    public double quantile(double u) {
        return shift + Math.exp(mu + sigma * Normal.standardQuantile(u));
    }

    @Override
    public void quantiles(double[] shares, double[] quantiles, int count) {
        Normal.standardQuantiles(shares, quantiles, count);
        for (int i = 0; i < count; i++) {
            quantiles[i] = shift + Math.exp(mu + sigma * quantiles[i]);
        }
    }

    @Override
    public double cumulative(double x) {
        return x <= shift ? 0 : Normal.standardCumulative((Math.log(x - shift) - mu) / sigma);
    }
}
