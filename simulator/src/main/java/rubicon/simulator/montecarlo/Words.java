package rubicon.simulator.montecarlo;

/// Random words that can be asked for in any order: word *i* of a key is the *i*-th word of
/// SplitMix64 seeded with it, which needs no words before it.
///
/// @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea & Flood 2014</a>
final class Words {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double ULP = 0x1p-53;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Words() {}

    /// The key of what a name draws under a seed. It depends on nothing else, so that a run that
    /// holds another input fixed draws the same numbers for this one.
    static long key(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mix(seed + mix(hash));
    }

    /// Word *i*, from 0.
    static long word(long key, long i) {
        return mix(key + (i + 1) * GOLDEN_GAMMA);
    }

    /// A word as a uniform number that is never 0 or 1.
    static double open(long word) {
        return ((word >>> 11) + 0.5) * ULP;
    }

    static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
