package rubicon.model.catalogue;

import org.jspecify.annotations.Nullable;

/// The range that an indicator's values must lie in. An absent end is unbounded.
///
/// @param lowOpen whether `low` itself is refused
/// @param highOpen whether `high` itself is refused
public record Bounds(
        @Nullable Double low, boolean lowOpen, @Nullable Double high, boolean highOpen) {
    public static final Bounds UNBOUNDED = new Bounds(null, false, null, false);

    public Bounds {
        if (low != null && high != null && low >= high) {
            throw new IllegalArgumentException("bounds.low " + low + " is not below " + high);
        }
    }

    /// Whether a value is allowed.
    public boolean contains(double value) {
        boolean aboveLow = low == null || (lowOpen ? value > low : value >= low);
        boolean belowHigh = high == null || (highOpen ? value < high : value <= high);
        return aboveLow && belowHigh;
    }

    /// The range in interval notation, for instance `(0, ∞)`.
    @Override
    public String toString() {
        String from = low == null ? "(-∞" : (lowOpen ? "(" : "[") + low;
        String to = high == null ? "∞)" : high + (highOpen ? ")" : "]");
        return from + ", " + to;
    }
}
