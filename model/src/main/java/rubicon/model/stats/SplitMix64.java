package rubicon.model.stats;

import java.util.SplittableRandom;

/// The random stream that a seed names: SplitMix64, the words of `java.util.SplittableRandom`. One
/// word makes one number, so the order of draws is part of what a model specifies; the same seed
/// gives the same numbers on every machine. Not safe for use by several threads.
///
/// @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea & Flood 2014</a>
public final class SplitMix64 {
    private static final double ULP = 0x1p-53;

    private final SplittableRandom words;

    /// The stream of a seed, from its start.
    public SplitMix64(long seed) {
        this.words = new SplittableRandom(seed);
    }

    /// The next 64 bits.
    public long nextWord() {
        return words.nextLong();
    }

    /// `((word >>> 11) + ½)·2⁻⁵³`: uniform, and never 0 or 1.
    public double nextOpenUniform() {
        return ((words.nextLong() >>> 11) + 0.5) * ULP;
    }

    /// `⌊u·n⌋`: each of 0 … n−1 alike.
    ///
    /// @param n at least 1
    public int nextIndex(int n) {
        return (int) (nextOpenUniform() * n);
    }

    /// A standard normal number, `Φ⁻¹(u)`.
    public double nextNormal() {
        return Normal.standardQuantile(nextOpenUniform());
    }
}
