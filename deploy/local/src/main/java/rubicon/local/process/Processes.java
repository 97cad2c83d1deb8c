package rubicon.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Processes that were seen once and may be gone: the number of one may belong to another by now,
/// so a number is believed only together with the moment at which its process started.
public final class Processes {
    /// The clocks of kernel and wall may drift apart by this much while a process lives.
    private static final long DRIFT_MILLIS = 2_000;

    private static final Duration LOOK = Duration.ofMillis(20);

    private Processes() {}

    /// Start of a process in milliseconds since 1970; 0 where the system does not tell.
    public static long startedAtMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// The process that was seen, if it still lives.
    public static Optional<ProcessHandle> find(long pid, long startedAtMillis) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> Math.abs(startedAtMillis(it) - startedAtMillis) < DRIFT_MILLIS);
    }

    /// Waits for the end of a process. `ProcessHandle.onExit` looks ever more seldom at one that is
    /// no child of this JVM.
    ///
    /// @return whether it ended within the limit
    public static boolean endsWithin(ProcessHandle process, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
