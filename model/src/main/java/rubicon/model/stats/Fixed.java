package rubicon.model.stats;

/// All mass on one value: a number that is not drawn.
///
/// @param value finite
public record Fixed(double value) implements Distribution {
    public Fixed {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a finite number");
        }
    }

    @Override
    public double quantile(double u) {
        Shares.checked(u);
        return value;
    }

    @Override
    public double cumulative(double x) {
        return x < value ? 0 : 1;
    }
}
