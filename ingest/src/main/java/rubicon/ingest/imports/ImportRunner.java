package rubicon.ingest.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.DatabaseLock;
import rubicon.ingest.platform.Digests;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;
import rubicon.ingest.release.ImportJudgement;
import rubicon.ingest.source.DriftException;
import rubicon.model.catalogue.IndicatorId;

/// Goes on with imports, one after the other, from wherever each was left: by this process, by one
/// that was killed, or by another replica that is gone.
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final ImportStore store;
    private final ImportReader reader;
    private final Room room;
    private final EventPublisher publisher;
    private final IntakeProgress intake;
    private final LedgerService ledger;
    private final ImportJudgement judgement;
    private final OutboxPublisher outbox;
    private final DatabaseLock locks;
    private final Tracing tracing;
    private final InstantSource time;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("imports").factory());
    private @Nullable Future<?> running;
    private volatile long oldestSeconds;

    ImportRunner(
            ImportStore store,
            ImportReader reader,
            Room room,
            EventPublisher publisher,
            IntakeProgress intake,
            LedgerService ledger,
            ImportJudgement judgement,
            OutboxPublisher outbox,
            DatabaseLock locks,
            Tracing tracing,
            InstantSource time,
            MeterRegistry meters) {
        this.store = store;
        this.reader = reader;
        this.room = room;
        this.publisher = publisher;
        this.intake = intake;
        this.ledger = ledger;
        this.judgement = judgement;
        this.outbox = outbox;
        this.locks = locks;
        this.tracing = tracing;
        this.time = time;
        TimeGauge.builder("rubicon.imports.oldest", () -> oldestSeconds, TimeUnit.SECONDS)
                .description("Age of the oldest import that is neither done nor rejected")
                .register(meters);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (running == null || running.isDone()) {
            List<UUID> open = store.open();
            if (!open.isEmpty()) {
                running = executor.submit(() -> open.forEach(this::goOn));
            } else {
                settleStragglers();
            }
        }
    }

    /// Rows of an import may come again alone, out of the dead letters; or a process ended before
    /// the rules had looked at all of it.
    private void settleStragglers() {
        settle(_ -> true, null);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepHouse() {
        store.forgetAbandoned();
        Instant now = time.instant();
        oldestSeconds =
                store.oldestOpen().map(it -> Duration.between(it, now).toSeconds()).orElse(0L);
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void goOn(UUID id) {
        Optional<DatabaseLock.Held> lock = locks.tryLock("import/" + id);
        if (lock.isEmpty() || Thread.currentThread().isInterrupted()) {
            return;
        }
        try (DatabaseLock.Held _ = lock.get();
                Work work = tracing.step("import", store.trace(id))) {
            ImportPayload job = store.attempt(id);
            if (job.state() == ImportState.VALIDATING) {
                job = check(id, job);
            }
            if (job.state() == ImportState.PUBLISHING) {
                publish(id);
            }
            work.succeed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | DriftException | RuntimeException e) {
            // The file was sound or was never judged: what failed is ours, and is tried again.
            store.failed(id, String.valueOf(e.getMessage()));
            LOG.warnf("Import failed, trying again import=%s error=%s", id, e.getMessage());
            LOG.debugf(e, "Import failed import=%s", id);
        }
    }

    /// Computes, once for all that came, the states of indicators and the rules that read them; not
    /// of those that more of another import is to come to.
    ///
    /// @param done the import that is all there; null for none
    private void settle(Predicate<IndicatorId> wanted, @Nullable UUID done) {
        SortedSet<IndicatorId> imported = new TreeSet<>(ledger.unjudged());
        imported.removeIf(wanted.negate());
        if (!imported.isEmpty()) {
            Set<String> coming = store.coming(done);
            imported.removeIf(it -> coming.contains(it.value()));
            imported.forEach(judgement::judge);
            outbox.wake();
        }
    }

    private ImportPayload check(UUID id, ImportPayload job)
            throws IOException, InterruptedException {
        Checking checking = new Checking(Digests.sha256(), rows -> store.looked(id, rows));
        examine(id, job, checking);
        if (checking.rows() == 0 && checking.faults() == 0) {
            checking.bad(wholeFile("holds no row"));
        }
        if (checking.faults() == 0) {
            room.faults(job, checking.indicators()).forEach(checking::bad);
        }
        if (checking.faults() > 0) {
            store.reject(id, checking.rows(), checking.faults(), checking.report());
            LOG.infof("Import rejected import=%s faults=%d", id, checking.faults());
        } else {
            store.accept(id, checking.rows(), checking.indicators().keySet(), checking.held());
        }
        return store.find(id).orElseThrow();
    }

    private void examine(UUID id, ImportPayload job, Checking checking)
            throws IOException, InterruptedException {
        try (InputStream file = store.file(id)) {
            reader.read(job, file, checking);
        } catch (DriftException e) {
            checking.bad(wholeFile(String.valueOf(e.getMessage())));
        }
    }

    /// Most files are news as a whole, and that is told by one question; of any other each row is
    /// looked up.
    private Map<String, Long> outcomes(UUID id, ImportPayload job)
            throws IOException, DriftException, InterruptedException {
        Map<String, Long> news = store.news(id);
        if (news.values().stream().mapToLong(Long::longValue).sum() == job.rows()) {
            return news;
        }
        Outcomes outcomes = new Outcomes(statements -> store.decisions(id, statements));
        try (InputStream file = store.file(id)) {
            reader.read(job, file, outcomes);
        }
        return outcomes.counts();
    }

    private static RowFaultPayload wholeFile(String message) {
        return new RowFaultPayload(0, "file", message);
    }

    private void publish(UUID id) throws IOException, DriftException, InterruptedException {
        ImportPayload job = store.publishOn(id, intake.cluster());
        Publishing publishing =
                new Publishing(
                        publisher,
                        job.published(),
                        store.offsets(id),
                        (rows, offsets, faults) -> store.published(id, rows, offsets, faults));
        if (job.published() < job.rows()) {
            try (InputStream file = store.file(id)) {
                reader.read(job, file, publishing);
            }
            publishing.flush();
        }
        intake.await(store.offsets(id));
        Set<String> own = Set.copyOf(store.indicators(id));
        settle(it -> own.contains(it.value()), id);
        store.done(id, publishing.faults(), outcomes(id, job));
        LOG.infof("Import done import=%s rows=%d", id, job.rows());
    }
}
