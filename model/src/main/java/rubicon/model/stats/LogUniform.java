package rubicon.model.stats;

/// A value whose logarithm is uniform: `low·(high/low)^u`.
///
/// @param low above 0
/// @param high above `low`
public record LogUniform(double low, double high) implements Distribution {
    public LogUniform {
        if (!(low > 0 && high > low && Double.isFinite(high))) {
            throw new IllegalArgumentException(
                    "%s to %s is no interval of positive values".formatted(low, high));
        }
    }

    @Override
    public double quantile(double u) {
        return low * Math.pow(high / low, Shares.checked(u));
    }

    @Override
    public double cumulative(double x) {
        return x <= low ? 0 : Shares.clipped(Math.log(x / low) / Math.log(high / low));
    }
}
