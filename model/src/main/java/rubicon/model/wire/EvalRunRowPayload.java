package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as `GET /eval-runs` answers it: what stands, as it was stated last.
///
/// @param id of the statement
/// @param recordedAt when this ledger knew
public record EvalRunRowPayload(
        String id,
        Instant recordedAt,
        String source,
        String runId,
        String suite,
        String agent,
        String taskId,
        @Nullable String taskFamily,
        @Nullable Double humanMinutes,
        double score,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Instant statedAt,
        ProvenancePayload provenance) {}
