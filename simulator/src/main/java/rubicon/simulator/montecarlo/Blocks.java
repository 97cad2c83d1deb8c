package rubicon.simulator.montecarlo;

/// How samples are cut into blocks, the unit of work and of summation.
public final class Blocks {
    /// Samples of a block; the last may be smaller.
    public static final int SIZE = 4096;

    private Blocks() {}

    /// How many blocks hold so many samples.
    public static int count(long samples) {
        return Math.toIntExact((samples + SIZE - 1) / SIZE);
    }

    /// How many samples a block holds.
    public static int size(long samples, int block) {
        return (int) Math.min(SIZE, samples - (long) block * SIZE);
    }
}
