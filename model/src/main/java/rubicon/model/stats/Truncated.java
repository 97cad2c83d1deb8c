package rubicon.model.stats;

/// A distribution of which only the part between two bounds is believed, what lies at them with it.
///
/// @param whole what is cut; some of its mass lies between the bounds
/// @param low, high the bounds, `low < high`; −∞ and ∞ cut nothing
public record Truncated(Distribution whole, double low, double high) implements Distribution {
    public Truncated {
        if (!(low < high && whole.cumulative(high) > whole.cumulative(Math.nextDown(low)))) {
            throw new IllegalArgumentException(
                    "nothing of %s lies between %s and %s".formatted(whole, low, high));
        }
    }

    @Override
    public double quantile(double u) {
        double below = below();
        double inside = whole.cumulative(high) - below;
        double cut = whole.quantile(Math.min(1, below + Shares.checked(u) * inside));
        return Math.clamp(cut, low, high);
    }

    @Override
    public double cumulative(double x) {
        if (x < low) {
            return 0;
        }
        double below = below();
        return Shares.clipped((whole.cumulative(x) - below) / (whole.cumulative(high) - below));
    }

    private double below() {
        return whole.cumulative(Math.nextDown(low));
    }
}
