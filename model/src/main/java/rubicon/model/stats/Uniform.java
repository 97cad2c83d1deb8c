package rubicon.model.stats;

/// Every value between the bounds alike.
///
/// @param low below `high`, both finite
public record Uniform(double low, double high) implements Distribution {
    public Uniform {
        if (!(low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException("%s to %s is no interval".formatted(low, high));
        }
    }

    @Override
    public double quantile(double u) {
        // The second form meets the upper bound exactly.
        return Shares.checked(u) < 0.5 ? low + u * (high - low) : high - (1 - u) * (high - low);
    }

    @Override
    public double cumulative(double x) {
        return Shares.clipped((x - low) / (high - low));
    }
}
