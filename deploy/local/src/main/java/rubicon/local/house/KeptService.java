package rubicon.local.house;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A service that is started again whenever it ends by itself, with a [Backoff] of its own.
final class KeptService {
    private final Path log;
    private final InstantSource clock;
    private ServiceProcess process;
    private Backoff backoff;
    private @Nullable Instant endedAt;

    private KeptService(ServiceProcess process, Path log, InstantSource clock) {
        this.process = process;
        this.log = log;
        this.clock = clock;
        backoff = Backoff.from(clock.instant());
    }

    /// Starts a service; it is not ready yet.
    static KeptService start(Service service, Path log, InstantSource clock) {
        return new KeptService(ServiceProcess.start(service, log), log, clock);
    }

    ServiceProcess process() {
        return process;
    }

    Service service() {
        return process.service();
    }

    /// Starts the service again if it has ended and its time has come.
    ///
    /// @return whether it did
    boolean restartIfDue() {
        if (process.isAlive()) {
            return false;
        }
        Instant now = clock.instant();
        Instant ended = endedAt == null ? now : endedAt;
        if (now.isBefore(backoff.due(ended))) {
            endedAt = ended;
            return false;
        }
        process = ServiceProcess.start(service(), log);
        backoff = backoff.restarted(ended, now);
        endedAt = null;
        return true;
    }
}
