package rubicon.model.horizon;

import java.util.Optional;
import rubicon.model.evalrun.EvalRun;

/// What a time horizon needs of one attempt at one task.
///
/// @param family what the task's relatives share
/// @param minutes how long the task takes a skilled person, above 0
/// @param score in [0, 1]; 1 is a full success, a part of it counts as that much of a success
public record HorizonRun(String agent, String family, String task, double minutes, double score) {
    public HorizonRun {
        if (!(minutes > 0 && Double.isFinite(minutes))) {
            throw new IllegalArgumentException("minutes %s is not above 0".formatted(minutes));
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in [0, 1]".formatted(score));
        }
    }

    /// What a recorded run says; empty if nobody measured how long its task takes a person. A task
    /// without a family is a family of its own.
    public static Optional<HorizonRun> of(EvalRun run) {
        return Optional.ofNullable(run.humanMinutes())
                .map(minutes ->
                        new HorizonRun(
                                run.agent(),
                                Optional.ofNullable(run.taskFamily()).orElse(run.taskId()),
                                run.taskId(),
                                minutes,
                                run.score()));
    }

    /// Length of the task: log₂ of its minutes.
    public double length() {
        return Math.log(minutes) / Math.log(2);
    }
}
