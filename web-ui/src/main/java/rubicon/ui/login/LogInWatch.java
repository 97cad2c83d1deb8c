package rubicon.ui.login;

import com.vaadin.flow.server.VaadinSession;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.SecurityConfig;
import rubicon.ui.client.Standing;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;

/// Asks now and then whether the log-ins behind open pages still stand. One that ran out ends
/// whether ingest answers or not; one of which ingest says nothing stands until then.
@ApplicationScoped
class LogInWatch {
    private static final Logger LOG = Logger.getLogger(LogInWatch.class);
    private static final int CALLS_AT_ONCE = 8;

    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("log-in-watch").factory());
    private final OpenSessions sessions;
    private final IngestClient ingest;
    private final SecurityConfig config;
    private final InstantSource clock;

    LogInWatch(
            OpenSessions sessions,
            IngestClient ingest,
            SecurityConfig config,
            InstantSource clock) {
        this.sessions = sessions;
        this.ingest = ingest;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        long pause = config.checkEvery().toMillis();
        var _ = rounds.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.shutdownNow();
    }

    /// Whether a log-in ran out.
    boolean isOver(Identity identity) {
        return identity.isOver(clock.instant());
    }

    /// Ends a log-in if ingest says that it does not stand any more.
    void ask(VaadinSession session, Identity identity) {
        Thread.ofVirtual()
                .name("log-in-check")
                .start(() -> {
                    if (standing(identity) == Standing.ENDED) {
                        var _ = session.access(() -> end(identity));
                    }
                });
    }

    private void round() {
        for (VaadinSession session : sessions.all()) {
            try {
                var _ = session.access(() -> check(session));
            } catch (RuntimeException e) {
                LOG.error("A log-in could not be checked", e);
            }
        }
    }

    private void check(VaadinSession session) {
        SignedIn.current()
                .ifPresent(identity -> {
                    if (isOver(identity)) {
                        end(identity);
                    } else {
                        ask(session, identity);
                    }
                });
    }

    /// Who signed in anew meanwhile stays.
    private static void end(Identity identity) {
        if (SignedIn.current().filter(identity::equals).isPresent()) {
            SignedIn.forget();
        }
    }

    private Standing standing(Identity identity) {
        calls.acquireUninterruptibly();
        try {
            return ingest.standing(identity.token());
        } finally {
            calls.release();
        }
    }
}
