package rubicon.model.stats;

/// An interval of an estimate.
///
/// @param low may be −∞
/// @param high at least `low`, may be ∞
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("%s is above %s".formatted(low, high));
        }
    }

    /// Whether a number lies inside; the ends belong to it.
    public boolean contains(double number) {
        return number >= low && number <= high;
    }

    /// How far the ends are apart.
    public double width() {
        return low == high ? 0 : high - low;
    }
}
