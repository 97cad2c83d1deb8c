package rubicon.simulator.simulation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a chunk gave, as it is sent back.
///
/// @param summary of the blocks, or the sensitivities, as bytes; null if there is a problem
/// @param problem why the chunk cannot be computed, whoever tries
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, compared by nobody
public record Part(
        UUID run,
        int firstBlock,
        int blocks,
        byte @Nullable [] summary,
        @Nullable String problem) {}
