package rubicon.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A slice of a run, as it is handed out: some blocks in a row, a block of the design for Sobol
/// indices, or the tornado.
///
/// @param firstBlock from 0, those of the design after those of the samples; or [#TORNADO]
/// @param blocks 0 for the tornado
public record Chunk(UUID run, int firstBlock, int blocks) {
    /// In the place of a first block.
    static final int TORNADO = -1;

    public Chunk {
        // What comes off a topic may lack anything.
        if (run == null || firstBlock < TORNADO || blocks < 0) {
            throw new IllegalArgumentException("no chunk: it needs run, firstBlock and blocks");
        }
    }

    /// All chunks of a run. A block of the design asks for as many runs as some of samples, so it
    /// is handed out by itself.
    ///
    /// @param samples blocks of samples
    /// @param size how many of them at once
    /// @param design blocks of the design
    static List<Chunk> of(UUID run, int samples, int size, int design) {
        List<Chunk> chunks = new ArrayList<>();
        chunks.add(new Chunk(run, TORNADO, 0));
        for (int block = 0; block < design; block++) {
            chunks.add(new Chunk(run, samples + block, 1));
        }
        for (int first = 0; first < samples; first += size) {
            chunks.add(new Chunk(run, first, Math.min(size, samples - first)));
        }
        return chunks;
    }

    /// The key on the topic.
    String key() {
        return run + ":" + firstBlock;
    }
}
