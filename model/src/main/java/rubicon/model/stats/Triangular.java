package rubicon.model.stats;

/// A density that rises in a straight line from `low` to `mode` and falls in one to `high`. With `c
/// = (mode − low)/(high − low)`: `u < c` gives `low + √(u(high − low)(mode − low))`, else `high −
/// √((1 − u)(high − low)(high − mode))`.
///
/// @param mode in [low, high], where `low < high`
public record Triangular(double low, double mode, double high) implements Distribution {
    public Triangular {
        if (!(low < high && mode >= low && mode <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "%s, %s, %s make no triangle".formatted(low, mode, high));
        }
    }

    @Override
    public double quantile(double u) {
        double width = high - low;
        return Shares.checked(u) < (mode - low) / width
                ? low + Math.sqrt(u * width * (mode - low))
                : high - Math.sqrt((1 - u) * width * (high - mode));
    }

    @Override
    public double cumulative(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        double width = high - low;
        return x < mode
                ? (x - low) / width * ((x - low) / (mode - low))
                : 1 - (high - x) / width * ((high - x) / (high - mode));
    }
}
