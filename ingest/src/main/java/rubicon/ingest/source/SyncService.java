package rubicon.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Outcome;
import rubicon.ingest.intake.OutcomeService;
import rubicon.ingest.source.RunLog.After;
import rubicon.ingest.source.RunLog.Before;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Runs sources: fetch, map, publish, and wait until what was published is handled. One run of a
/// source at a time; who asks for another joins it.
@ApplicationScoped
public class SyncService {
    private static final Logger LOG = Logger.getLogger(SyncService.class);
    private static final Duration HANDLED_WITHIN = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Sources sources;
    private final SourceConfig config;
    private final Fetcher fetcher;
    private final EventPublisher publisher;
    private final OutcomeService outcomes;
    private final RunLog log;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    SyncService(
            Sources sources,
            SourceConfig config,
            Fetcher fetcher,
            EventPublisher publisher,
            OutcomeService outcomes,
            RunLog log,
            InstantSource time,
            MeterRegistry meters) {
        this.sources = sources;
        this.config = config;
        this.fetcher = fetcher;
        this.publisher = publisher;
        this.outcomes = outcomes;
        this.log = log;
        this.time = time;
        this.meters = meters;
    }

    /// A run in progress.
    public record Running(UUID run, CompletableFuture<RunPayload> finished) {}

    /// Starts a run of a source, or joins the one in progress.
    public Running sync(Source source) {
        return running.computeIfAbsent(
                source.id(),
                _ -> {
                    UUID run = UUID.randomUUID();
                    CompletableFuture<RunPayload> finished = new CompletableFuture<>();
                    Running started = new Running(run, finished);
                    executor.execute(() -> {
                        try {
                            finished.complete(run(source, run));
                        } catch (RuntimeException e) {
                            finished.completeExceptionally(e);
                        } finally {
                            running.remove(source.id(), started);
                        }
                    });
                    return started;
                });
    }

    /// What is known of a run.
    public Optional<RunPayload> find(UUID run) {
        return log.find(run);
    }

    /// Where a source stands.
    Before state(Source source) {
        return log.before(source.id());
    }

    /// When a source is due next; empty for one that is switched off.
    Optional<Instant> nextDue(Source source, Before state) {
        if (!source.enabled()) {
            return Optional.empty();
        }
        Instant success = state.lastSuccessAt();
        Instant failure = state.lastFailureAt();
        if (success == null && failure == null) {
            return Optional.of(time.instant());
        }
        if (failure != null && (success == null || failure.isAfter(success))) {
            Duration backOff = Duration.ofMinutes(5);
            return Optional.of(
                    failure.plus(source.every().compareTo(backOff) < 0 ? source.every() : backOff));
        }
        return Optional.of(Objects.requireNonNull(success).plus(source.every()));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runDue() {
        if (!config.schedule()) {
            return;
        }
        for (Source source : sources.all()) {
            Optional<Instant> due = nextDue(source, log.before(source.id()));
            if (due.isPresent() && !due.get().isAfter(time.instant())) {
                sync(source);
            }
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private RunPayload run(Source source, UUID run) {
        log.started(run, source.id(), now());
        try {
            RunPayload result = attempt(source, run);
            LOG.infof(
                    "Source read source=%s run=%s read=%d new=%d revised=%d",
                    source.id(), run, result.read(), result.fresh(), result.revised());
            count(source, result.notModified() ? "not-modified" : "read");
            return result;
        } catch (DriftException e) {
            return failed(source, run, String.valueOf(e.getMessage()), true);
        } catch (IOException | RuntimeException e) {
            return failed(source, run, String.valueOf(e.getMessage()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(source, run, "the service was stopped", false);
        }
    }

    private RunPayload failed(Source source, UUID run, String error, boolean drift) {
        LOG.warnf("Source failed source=%s run=%s error=%s", source.id(), run, error);
        count(source, drift ? "drift" : "failed");
        return log.failed(run, now(), error, drift);
    }

    private RunPayload attempt(Source source, UUID run)
            throws IOException, InterruptedException, DriftException {
        Before before = log.before(source.id());
        Fetcher.Answer answer = fetcher.fetch(source.url(), before.etag(), before.lastModified());
        if (!(answer instanceof Fetcher.Content content)) {
            return log.notModified(run, now());
        }
        String sha256 = sha256(content.payload());
        boolean same = sha256.equals(before.sha256());
        Instant retrievedAt = now();
        Instant statedAt = statedAt(content, before, same, retrievedAt);
        Mapped mapped =
                source.connector()
                        .map(
                                new Fetched(
                                        source.id(),
                                        source.url().toString(),
                                        retrievedAt,
                                        statedAt,
                                        sha256,
                                        run.toString(),
                                        content.payload()));
        int read = mapped.observations().size() + mapped.problems().size();
        int problems = mapped.problems().size();
        mapped.problems()
                .forEach(it ->
                        LOG.warnf(
                                "Row refused source=%s run=%s error=%s %s",
                                source.id(), run, it.field(), it.message()));
        if (same) {
            int unchanged = mapped.observations().size();
            return log.counted(run, read, unchanged, problems, List.of(), now());
        }
        Absent absent = absent(source, before, mapped);
        List<Outgoing> events = events(source, mapped, absent.retracted(), statedAt);
        Set<EventKey> keys = new HashSet<>();
        events.forEach(it -> keys.add(it.key()));
        Map<EventKey, Outcome> handled = outcomes.of(keys);
        List<Outgoing> fresh =
                events.stream().filter(it -> !handled.containsKey(it.key())).toList();
        publisher.publish(fresh);
        log.published(
                run,
                new After(
                        content.etag(),
                        content.lastModified(),
                        sha256,
                        statedAt,
                        absent.drift(),
                        absent.rows()));
        return await(run, read, problems, handled.size(), fresh);
    }

    /// Waits until every event was handled, and counts them.
    private RunPayload await(UUID run, int read, int problems, int known, List<Outgoing> published)
            throws InterruptedException {
        Set<EventKey> waiting = new HashSet<>();
        published.forEach(it -> waiting.add(it.key()));
        int duplicates = published.size() - waiting.size();
        List<Outcome> done = new ArrayList<>();
        Instant until = now().plus(HANDLED_WITHIN);
        while (!waiting.isEmpty() && now().isBefore(until)) {
            Map<EventKey, Outcome> handled = outcomes.of(waiting);
            handled.forEach((key, outcome) -> {
                waiting.remove(key);
                done.add(outcome);
            });
            if (!waiting.isEmpty()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
        if (!waiting.isEmpty()) {
            return log.failed(
                    run, now(), "%d events are not handled yet".formatted(waiting.size()), false);
        }
        return log.counted(run, read, known + duplicates, problems, done, now());
    }

    /// The upstream's own date, else the retrieval. A date that did not advance while the content
    /// changed is not when this content was stated; were it taken, an upstream with a frozen date
    /// could never correct itself.
    private static Instant statedAt(
            Fetcher.Content content, Before before, boolean same, Instant retrievedAt) {
        Instant stated =
                content.modifiedAt().filter(it -> !it.isAfter(retrievedAt)).orElse(retrievedAt);
        Instant last = before.lastStatedAt();
        return same || last == null || stated.isAfter(last) ? stated : retrievedAt;
    }

    private static List<Outgoing> events(
            Source source, Mapped mapped, List<RetractionPayload> retracted, Instant statedAt) {
        String origin = "/sources/" + source.id();
        List<Outgoing> events = new ArrayList<>();
        for (ObservationPayload it : mapped.observations()) {
            Instant stated = it.statedAt() == null ? statedAt : it.statedAt();
            events.add(
                    new Outgoing(
                            new EventKey(origin, EventIds.of(it, stated)),
                            EventType.OBSERVATION_REPORTED,
                            stated,
                            String.valueOf(it.indicator()),
                            it));
        }
        for (RetractionPayload it : retracted) {
            events.add(
                    new Outgoing(
                            new EventKey(origin, EventIds.of(it, statedAt)),
                            EventType.OBSERVATION_RETRACTED,
                            statedAt,
                            String.valueOf(it.indicator()),
                            it));
        }
        return events;
    }

    /// What vanished since the last payload.
    ///
    /// @param rows keys of this payload
    private record Absent(List<RetractionPayload> retracted, boolean drift, List<String> rows) {}

    private static Absent absent(Source source, Before before, Mapped mapped) {
        Map<String, ObservationPayload> present = new HashMap<>();
        mapped.observations().forEach(it -> present.put(rowKey(it), it));
        List<String> rows = present.keySet().stream().sorted().toList();
        List<String> gone = before.rows().stream().filter(it -> !present.containsKey(it)).toList();
        if (!source.retractAbsent() || gone.isEmpty()) {
            return new Absent(List.of(), false, rows);
        }
        if (gone.size() * 10 > before.rows().size()) {
            // Over a tenth gone looks like a broken upstream: nothing is withdrawn, and the old
            // rows
            // stay the measure.
            return new Absent(List.of(), true, before.rows());
        }
        List<RetractionPayload> retracted = new ArrayList<>();
        for (String key : gone) {
            List<String> parts = List.of(key.split("\n", -1));
            retracted.add(
                    new RetractionPayload(
                            parts.get(0),
                            parts.get(1),
                            parts.get(2),
                            "WITHDRAWN",
                            "the row is no longer in the upstream"));
        }
        return new Absent(retracted, false, rows);
    }

    private static String rowKey(ObservationPayload it) {
        return it.source() + "\n" + it.indicator() + "\n" + it.externalId();
    }

    private void count(Source source, String outcome) {
        meters.counter("rubicon.source.syncs", "source", source.id(), "outcome", outcome)
                .increment();
    }

    /// Cut to what the ledger stores.
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
