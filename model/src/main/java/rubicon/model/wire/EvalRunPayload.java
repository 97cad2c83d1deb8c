package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The `data` of `rubicon.eval-run.completed.v1`, and a line of `POST /eval-runs`.
///
/// @param agent the agent's name, verbatim; `human` for a person
/// @param humanMinutes how long the task takes a skilled person
/// @param score in [0, 1]
/// @param statedAt when the source stated it; over Kafka the event's `time` counts instead
public record EvalRunPayload(
        @Nullable String source,
        @Nullable String runId,
        @Nullable String suite,
        @Nullable String agent,
        @Nullable String taskId,
        @Nullable String taskFamily,
        @Nullable Double humanMinutes,
        @Nullable Double score,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant statedAt,
        @Nullable ProvenancePayload provenance) {
    /// The same with another provenance.
    public EvalRunPayload withProvenance(ProvenancePayload other) {
        return new EvalRunPayload(
                source,
                runId,
                suite,
                agent,
                taskId,
                taskFamily,
                humanMinutes,
                score,
                startedAt,
                completedAt,
                statedAt,
                other);
    }
}
