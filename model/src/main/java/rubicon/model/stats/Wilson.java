package rubicon.model.stats;

/// The interval of a share that was counted, by Wilson's score: sensible with few counts and at the
/// ends, where `p ± z√(p(1 − p)/n)` is not.
///
/// @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
public final class Wilson {
    private Wilson() {}

    /// `(p + z²/2n ± z√(p(1 − p)/n + z²/4n²))/(1 + z²/n)`; all of [0, 1] where nothing was counted.
    ///
    /// @param hits in 0 … `n`
    /// @param n at least 0
    /// @param level in (0, 1)
    public static Range interval(int hits, int n, double level) {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException("%d of %d".formatted(hits, n));
        }
        if (n == 0) {
            return new Range(0, 1);
        }
        double z = Normal.standardQuantile((1 + level) / 2);
        double p = (double) hits / n;
        double square = z * z / n;
        double half = z * Math.sqrt(p * (1 - p) / n + square / (4 * n));
        double middle = p + square / 2;
        return new Range(
                Math.max(0, (middle - half) / (1 + square)),
                Math.min(1, (middle + half) / (1 + square)));
    }
}
