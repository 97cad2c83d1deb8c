package rubicon.simulator.montecarlo;

import java.util.List;

/// One point in each of *n* equal slices of every coordinate: what a single input does is seen
/// evenly, so that means settle sooner. Which slice a sample takes is a permutation that is
/// computed index by index (a Feistel network over the next power of four, walked until it lands
/// inside), so that no sample needs the others.
///
/// @see <a href="https://doi.org/10.1080/00401706.1979.10489755">McKay, Beckman & Conover 1979</a>
/// @see <a href="https://doi.org/10.1007/3-540-45760-7_9">Black & Rogaway 2002, cycle walking</a>
final class LatinHypercube implements Uniforms {
    private static final int ROUNDS = 6;

    private final long samples;
    private final long[] keys;
    private final int halfBits;

    LatinHypercube(long seed, List<String> inputs, long samples) {
        this.samples = samples;
        this.keys = inputs.stream().mapToLong(it -> Words.key(seed, it)).toArray();
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, samples - 1));
        this.halfBits = (bits + 1) / 2;
    }

    @Override
    public void fill(long first, double[][] points, int count) {
        for (int input = 0; input < keys.length; input++) {
            long shuffle = Words.mix(~keys[input]);
            for (int i = 0; i < count; i++) {
                double inside = Words.open(Words.word(keys[input], first + i));
                double slice = slice(shuffle, first + i);
                // The last slice's upper end rounds to 1.
                points[input][i] = Math.min((slice + inside) / samples, Math.nextDown(1.0));
            }
        }
    }

    private long slice(long key, long index) {
        long walked = index;
        do {
            walked = permuted(key, walked);
        } while (walked >= samples);
        return walked;
    }

    private long permuted(long key, long index) {
        long mask = (1L << halfBits) - 1;
        long left = index >>> halfBits;
        long right = index & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (Words.mix(key + round + (right << 8)) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
