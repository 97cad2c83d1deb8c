package rubicon.model.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Time that counts only while the value can be read.
///
/// @param counted what ran before it was last stopped
/// @param runningSince null while it is stopped
public record Stopwatch(Duration counted, @Nullable Instant runningSince) {

    static Stopwatch startedAt(Instant at) {
        return new Stopwatch(Duration.ZERO, at);
    }

    boolean isRunning() {
        return runningSince != null;
    }

    Stopwatch stop(Instant at) {
        return runningSince == null
                ? this
                : new Stopwatch(counted.plus(Duration.between(runningSince, at)), null);
    }

    Stopwatch resume(Instant at) {
        return runningSince == null ? new Stopwatch(counted, at) : this;
    }

    /// When it will have counted that much; null while it is stopped.
    @Nullable Instant reaches(Duration goal) {
        return runningSince == null ? null : runningSince.plus(goal.minus(counted));
    }

    /// Whether it runs and has counted that much.
    boolean hasReached(Duration goal, Instant at) {
        var due = reaches(goal);
        return due != null && !due.isAfter(at);
    }
}
