package rubicon.model.evalrun;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Provenance;

/// One attempt of one agent at one task.
///
/// @param suite the set of tasks that the run belongs to; runs of two suites are never mixed
/// @param agent the agent's name as the source writes it, verbatim; `human` for a person
/// @param taskFamily what the source groups its tasks by; null if it does not
/// @param humanMinutes how long the task takes a skilled person, above 0; null if nobody measured
///   it: the run is kept, and is of no use for a time horizon
/// @param score in [0, 1]; 1 is a full success
/// @param startedAt null if not stated
/// @param completedAt not before `startedAt`; null if not stated
public record EvalRun(
        EvalRunKey key,
        String suite,
        String agent,
        String taskId,
        @Nullable String taskFamily,
        @Nullable Double humanMinutes,
        double score,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Provenance provenance) {
    public EvalRun {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in [0, 1]".formatted(score));
        }
        if (humanMinutes != null && !(humanMinutes > 0 && Double.isFinite(humanMinutes))) {
            throw new IllegalArgumentException(
                    "humanMinutes %s is not above 0".formatted(humanMinutes));
        }
        if (startedAt != null && completedAt != null && completedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "completedAt %s is before startedAt %s".formatted(completedAt, startedAt));
        }
    }

    /// Whether another statement says the same of the run. Only the provenance may differ; a
    /// restatement with another one is no revision.
    public boolean statesTheSameAs(EvalRun other) {
        return suite.equals(other.suite)
                && agent.equals(other.agent)
                && taskId.equals(other.taskId)
                && Objects.equals(taskFamily, other.taskFamily)
                && Objects.equals(humanMinutes, other.humanMinutes)
                && score == other.score
                && Objects.equals(startedAt, other.startedAt)
                && Objects.equals(completedAt, other.completedAt);
    }
}
