package rubicon.model.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why the severities of an alert have moved.
///
/// @param activeAt when a breach that begins with it began
/// @param breached whether it confirms a breach
/// @param byTimer whether a wait was completed
/// @param stated the reason that stands for every transition of it; null if each has its own
/// @param flag of an episode that begins with it; null if none
record Cause(
        Instant at,
        Instant activeAt,
        Evidence evidence,
        String evaluator,
        boolean breached,
        boolean byTimer,
        @Nullable Reason stated,
        @Nullable EpisodeFlag flag) {

    static Cause value(Instant at, Evidence evidence, String evaluator, boolean breached) {
        return new Cause(at, at, evidence, evaluator, breached, false, null, null);
    }

    static Cause timer(Instant at, Evidence evidence) {
        return new Cause(at, at, evidence, AlertMachine.TIMER, false, true, null, null);
    }

    static Cause act(Instant at, Evidence evidence, String by, Reason reason) {
        return new Cause(at, at, evidence, by, false, false, reason, null);
    }

    Cause because(@Nullable Reason reason) {
        return new Cause(at, activeAt, evidence, evaluator, breached, byTimer, reason, flag);
    }

    Cause flagged(EpisodeFlag mark, Reason reason, Instant began) {
        return new Cause(at, began, evidence, evaluator, breached, byTimer, reason, mark);
    }

    /// The same, resting on another value of the same rows.
    Cause ofValue(double value) {
        var other = new Evidence(value, evidence.observations(), evidence.dataAsOf());
        return new Cause(at, activeAt, other, evaluator, breached, byTimer, stated, flag);
    }

    /// The stated reason, else the transition's own.
    Reason or(Reason own) {
        return stated != null ? stated : own;
    }
}
