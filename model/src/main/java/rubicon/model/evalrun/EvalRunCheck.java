package rubicon.model.evalrun;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.Faults;
import rubicon.model.ledger.ProvenanceCheck;
import rubicon.model.ledger.Times;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.EvalRunPayload;

/// The door for eval runs: a payload becomes an [EvalRun], or is refused with every fault named.
public final class EvalRunCheck {
    private static final int NAME = 300;

    private final String timeField;

    /// For events, whose attribute `time` says when a thing was stated.
    public EvalRunCheck() {
        this("time");
    }

    /// @param timeField what the sender calls the time of the statement
    public EvalRunCheck(String timeField) {
        this.timeField = timeField;
    }

    /// What became of a payload at the door.
    public sealed interface Checked {}

    /// The run.
    public record Valid(EvalRun run) implements Checked {}

    /// Each fault by its field; never empty.
    public record Refused(List<Violation> violations) implements Checked {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Checks a payload.
    ///
    /// @param statedAt when the source stated it
    /// @param now moment of the check
    public Checked check(EvalRunPayload payload, Instant statedAt, Instant now) {
        Faults faults = new Faults();
        Times.checkPast(timeField, statedAt, now, faults);
        String source = faults.required("source", payload.source(), 100);
        String runId = faults.required("runId", payload.runId(), NAME);
        String suite = faults.required("suite", payload.suite(), NAME);
        String agent = faults.required("agent", payload.agent(), NAME);
        String taskId = faults.required("taskId", payload.taskId(), NAME);
        String taskFamily = faults.optional("taskFamily", payload.taskFamily(), NAME);
        Double minutes = minutes(payload.humanMinutes(), faults);
        Double score = score(payload.score(), faults);
        checkSpan(payload, now, faults);
        Provenance provenance = ProvenanceCheck.check(payload.provenance(), faults);
        if (faults.any()
                || source == null
                || runId == null
                || suite == null
                || agent == null
                || taskId == null
                || score == null) {
            return new Refused(faults.list());
        }
        return new Valid(
                new EvalRun(
                        new EvalRunKey(source, runId),
                        suite,
                        agent,
                        taskId,
                        taskFamily,
                        minutes,
                        score,
                        Times.micros(payload.startedAt()),
                        Times.micros(payload.completedAt()),
                        provenance));
    }

    private static @Nullable Double minutes(@Nullable Double minutes, Faults faults) {
        if (minutes != null && !(minutes > 0 && Double.isFinite(minutes))) {
            faults.add("humanMinutes", minutes + " is not above 0");
        }
        return minutes;
    }

    private static @Nullable Double score(@Nullable Double score, Faults faults) {
        if (score == null) {
            faults.add("score", "is missing");
            return null;
        }
        if (!(score >= 0 && score <= 1)) {
            faults.add("score", score + " is not between 0 and 1");
        }
        return score == 0 ? 0.0 : score; // no negative zero: equal values must be equal bytes
    }

    private static void checkSpan(EvalRunPayload payload, Instant now, Faults faults) {
        Instant started = payload.startedAt();
        Instant completed = payload.completedAt();
        Times.checkPast("startedAt", started, now, faults);
        Times.checkPast("completedAt", completed, now, faults);
        if (started != null && completed != null && completed.isBefore(started)) {
            faults.add("completedAt", "%s is before startedAt %s".formatted(completed, started));
        }
    }
}
