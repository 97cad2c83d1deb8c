package rubicon.model.stats;

import org.hipparchus.distribution.continuous.TDistribution;

/// Student's t, moved and stretched: what a straight line with few points says of the next one.
///
/// @param scale at least 0; with 0 all mass lies at `location`
/// @param degrees of freedom, above 0
public record StudentT(double location, double scale, double degrees) {
    public StudentT {
        if (!(Double.isFinite(location) && scale >= 0 && degrees > 0)) {
            throw new IllegalArgumentException(
                    "location %s, scale %s and %s degrees make no Student's t"
                            .formatted(location, scale, degrees));
        }
    }

    /// The mass at and below `x`.
    public double cumulative(double x) {
        if (scale == 0) {
            return x >= location ? 1 : 0;
        }
        return standard().cumulativeProbability((x - location) / scale);
    }

    /// The mass above `x`.
    public double above(double x) {
        return scale == 0
                ? 1 - cumulative(x)
                : standard().cumulativeProbability((location - x) / scale);
    }

    /// The value below which a share `p` of the mass lies.
    ///
    /// @param p in (0, 1)
    public double quantile(double p) {
        return scale == 0 ? location : location + scale * standardQuantile(p, degrees);
    }

    /// [#quantile] for many shares: what hangs on the distribution alone is computed once, and
    /// nothing is allocated.
    public HeldQuantile heldQuantile() {
        var standard = new StandardStudent(degrees);
        return new HeldQuantile(
                p -> scale == 0 ? location : location + scale * standard.quantile(p));
    }

    /// The same distribution with `factor` times its scale.
    public StudentT stretched(double factor) {
        return new StudentT(location, scale * factor, degrees);
    }

    /// The quantile of Student's t with location 0 and scale 1.
    public static double standardQuantile(double p, double degrees) {
        return new StandardStudent(degrees).quantile(p);
    }

    private TDistribution standard() {
        return new TDistribution(degrees);
    }
}
