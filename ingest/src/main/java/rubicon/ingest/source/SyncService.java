package rubicon.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.DatabaseLock;

/// Starts runs of sources, on demand and when they are due. One run of a source at a time, over all
/// replicas; who asks for another joins it. Each runs on a thread of its own, so that none waits
/// for another's upstream.
@ApplicationScoped
public class SyncService {
    private static final Logger LOG = Logger.getLogger(SyncService.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Sources sources;
    private final SourceConfig config;
    private final SourceReader reader;
    private final DatabaseLock locks;
    private final RunLog log;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    SyncService(
            Sources sources,
            SourceConfig config,
            SourceReader reader,
            DatabaseLock locks,
            RunLog log,
            InstantSource time,
            MeterRegistry meters) {
        this.sources = sources;
        this.config = config;
        this.reader = reader;
        this.locks = locks;
        this.log = log;
        this.time = time;
        this.meters = meters;
    }

    /// A run in progress.
    public record Running(UUID run, CompletableFuture<RunPayload> finished) {}

    /// That somebody looked at what had vanished at a run, and says that it is gone.
    ///
    /// @param run the source's last
    record Accepted(UUID run, String by) {}

    /// Starts a run of a source, or joins the one in progress, wherever it runs. Asks the upstream
    /// once: somebody waits for the answer.
    ///
    /// @return empty if another replica is just beginning or ending a run
    public Optional<Running> sync(Source source) {
        return Optional.ofNullable(
                running.computeIfAbsent(
                        source.id(),
                        _ -> {
                            Running started = start(source, Retry.NONE, null);
                            return started == null ? elsewhere(source) : started;
                        }));
    }

    /// Starts a run that withdraws the rows that vanished, however many they are, if the source
    /// still says what it said at its last reading.
    ///
    /// @return empty if a run is in progress, or the last one is another
    Optional<Running> withdraw(Source source, Accepted accepted) {
        AtomicReference<@Nullable Running> started = new AtomicReference<>();
        running.computeIfAbsent(
                source.id(),
                _ -> {
                    started.set(start(source, Retry.NONE, accepted));
                    return started.get();
                });
        return Optional.ofNullable(started.get());
    }

    /// What is known of a run.
    public Optional<RunPayload> find(UUID run) {
        return log.find(run);
    }

    /// Where a source stands.
    SourceStanding standing(Source source) {
        return log.standing(source.id());
    }

    /// When a source is due next; empty for one that is switched off.
    Optional<Instant> nextDue(Source source, SourceStanding standing) {
        return standing.nextDue(source, config.retryAfterFailure(), time.instant());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runDue() {
        if (!config.schedule()) {
            return;
        }
        Retry retry = new Retry(config.attempts(), config.backoff(), config.longestBackoff());
        for (Source source : sources.all()) {
            try {
                if (isDue(source)) {
                    running.computeIfAbsent(source.id(), _ -> start(source, retry, null));
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "Source not started source=%s error=%s", source.id(), e.getMessage());
            }
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private boolean isDue(Source source) {
        return !running.containsKey(source.id())
                && nextDue(source, standing(source))
                        .filter(it -> !it.isAfter(time.instant()))
                        .isPresent();
    }

    /// Null where another replica holds the lock, or what was accepted is not what was read last:
    /// the map of runs then keeps no entry.
    private @Nullable Running start(Source source, Retry retry, @Nullable Accepted accepted) {
        Optional<DatabaseLock.Held> lock = locks.tryLock("source/" + source.id());
        if (lock.isEmpty()) {
            return null;
        }
        if (accepted != null && !accepted.run().equals(log.standing(source.id()).lastRun())) {
            lock.get().close();
            return null;
        }
        UUID run = UUID.randomUUID();
        try {
            log.started(run, source.id(), now());
        } catch (RuntimeException e) {
            lock.get().close();
            throw e;
        }
        return inBackground(
                source,
                run,
                () -> {
                    try (DatabaseLock.Held _ = lock.get()) {
                        return run(source, run, retry, accepted);
                    }
                });
    }

    /// The run that another replica has in progress; null where there is none.
    private @Nullable Running elsewhere(Source source) {
        return log.open(source.id())
                .map(run -> inBackground(source, run, () -> follow(source, run)))
                .orElse(null);
    }

    private Running inBackground(Source source, UUID run, Supplier<RunPayload> work) {
        CompletableFuture<RunPayload> finished = new CompletableFuture<>();
        Running started = new Running(run, finished);
        executor.execute(() -> {
            try {
                RunPayload result = work.get();
                running.remove(source.id(), started);
                finished.complete(result);
            } catch (RuntimeException e) {
                running.remove(source.id(), started);
                finished.completeExceptionally(e);
            }
        });
        return started;
    }

    private RunPayload run(Source source, UUID run, Retry retry, @Nullable Accepted accepted) {
        Instant begun = time.instant();
        RunPayload result;
        String outcome;
        try {
            result = reader.read(source, run, retry, accepted == null ? null : accepted.by());
            outcome = result.notModified() ? "not-modified" : "read";
            LOG.infof(
                    "Source read source=%s run=%s read=%d new=%d revised=%d retracted=%d refused=%d",
                    source.id(),
                    run,
                    result.read(),
                    result.fresh(),
                    result.revised(),
                    result.retracted(),
                    result.refused());
        } catch (DriftException e) {
            result = failed(source, run, e);
            outcome = "drift";
        } catch (UpstreamException e) {
            result = failed(source, run, e);
            outcome = e.isAbsence() ? "gone" : "failed";
        } catch (RuntimeException e) {
            result = failed(source, run, e);
            outcome = "failed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result = failed(source, run, new IllegalStateException("the service was stopped", e));
            outcome = "stopped";
        }
        meters.counter("rubicon.source.syncs", "source", source.id(), "outcome", outcome)
                .increment();
        meters.timer("rubicon.source.duration", "source", source.id())
                .record(Duration.between(begun, time.instant()));
        return result;
    }

    private RunPayload failed(Source source, UUID run, Exception cause) {
        LOG.warnf("Source failed source=%s run=%s error=%s", source.id(), run, cause.getMessage());
        LOG.debugf(cause, "Source failed source=%s", source.id());
        return log.failed(run, now(), cause);
    }

    /// Waits for the end of a run of another replica, or for the end of that replica.
    private RunPayload follow(Source source, UUID run) {
        while (true) {
            Optional<DatabaseLock.Held> lock = locks.tryLock("source/" + source.id());
            if (lock.isPresent()) {
                try (DatabaseLock.Held _ = lock.get()) {
                    RunPayload last = log.find(run).orElseThrow();
                    return last.finishedAt() != null
                            ? last
                            : log.failed(
                                    run,
                                    now(),
                                    new IllegalStateException(
                                            "the service stopped before its end"));
                }
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while run " + run + " was followed", e);
            }
        }
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
