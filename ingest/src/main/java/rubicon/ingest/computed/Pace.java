package rubicon.ingest.computed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When a costly computation is due: once its inputs have not moved between two looks, or have
/// moved for long, and not soon after one that took long. So what arrives in pieces is computed
/// once, and inputs that change all the time never take more than a small part of a processor.
///
/// Not for several threads.
final class Pace {
    /// What takes longer is followed by a pause of so many times what it took beyond.
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private static final int REST = 20;

    private final Duration longestWait;
    private @Nullable Object seen;
    private long movingSince;
    private long restedAt = System.nanoTime();

    Pace(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /// @param inputs that were not computed from yet
    boolean isDue(Object inputs) {
        if (seen == null) {
            movingSince = System.nanoTime();
        }
        boolean isStill = inputs.equals(seen);
        seen = inputs;
        return System.nanoTime() - restedAt >= 0
                && (isStill || System.nanoTime() - movingSince >= longestWait.toNanos());
    }

    /// Notes that it was computed.
    ///
    /// @param began by [System#nanoTime]
    void computed(long began) {
        seen = null;
        Duration beyond = Duration.ofNanos(System.nanoTime() - began).minus(BRIEF);
        restedAt = System.nanoTime() + Math.max(0, beyond.multipliedBy(REST).toNanos());
    }
}
