package rubicon.model.catalogue;

/// Which way means more AI ability or more automation. It does not mean "good".
public enum Direction {
    HIGHER,
    LOWER,
    NONE;

    /// Whether `value` goes beyond `best` in this direction; never with [#NONE].
    public boolean isBeyond(double value, double best) {
        return switch (this) {
            case HIGHER -> value > best;
            case LOWER -> value < best;
            case NONE -> false;
        };
    }
}
