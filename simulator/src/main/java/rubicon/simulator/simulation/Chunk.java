package rubicon.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A slice of a run, as it is handed out: some blocks in a row, or its sensitivities.
///
/// @param firstBlock from 0, or [#SENSITIVITIES]
/// @param blocks 0 for the sensitivities
public record Chunk(UUID run, int firstBlock, int blocks) {
    /// In the place of a first block: Sobol indices and tornado.
    static final int SENSITIVITIES = -1;

    public Chunk {
        // What comes off a topic may lack anything.
        if (run == null || firstBlock < SENSITIVITIES || blocks < 0) {
            throw new IllegalArgumentException("no chunk: it needs run, firstBlock and blocks");
        }
    }

    /// All chunks of a run.
    static List<Chunk> of(UUID run, int blocks, int size) {
        List<Chunk> chunks = new ArrayList<>();
        chunks.add(new Chunk(run, SENSITIVITIES, 0));
        for (int first = 0; first < blocks; first += size) {
            chunks.add(new Chunk(run, first, Math.min(size, blocks - first)));
        }
        return chunks;
    }

    /// The key on the topic.
    String key() {
        return run + ":" + firstBlock;
    }
}
