package rubicon.model.stats;

/// The PERT distribution: a Beta distribution stretched over [low, high], with `a = 1 + 4(mode −
/// low)/(high − low)` and `b = 6 − a`; its mean is `(low + 4·mode + high)/6`.
///
/// @param mode in [low, high], where `low < high`
/// @see <a href="https://doi.org/10.1287/opre.7.5.646">Malcolm, Roseboom, Clark & Fazar 1959</a>
public record Pert(double low, double mode, double high) implements Distribution {
    private static final double WEIGHT = 4;

    public Pert {
        if (!(low < high && mode >= low && mode <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "%s, %s, %s make no PERT distribution".formatted(low, mode, high));
        }
    }

    @Override
    public double quantile(double u) {
        return low + (high - low) * shape().quantile(u);
    }

    @Override
    public double cumulative(double x) {
        return shape().cumulative((x - low) / (high - low));
    }

    private Beta shape() {
        double a = 1 + WEIGHT * (mode - low) / (high - low);
        return new Beta(a, 2 + WEIGHT - a);
    }
}
