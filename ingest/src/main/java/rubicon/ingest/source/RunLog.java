package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.Outcome;

/// Writes down what each run of a source found, and where the source stands after it.
@ApplicationScoped
class RunLog {
    private final SourceRepository sources;

    RunLog(SourceRepository sources) {
        this.sources = sources;
    }

    /// Where a source stood before a run.
    record Before(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String sha256,
            @Nullable Instant lastStatedAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            @Nullable String lastError,
            @Nullable UUID lastRun,
            boolean drift,
            List<String> rows) {}

    /// Where it stands after a payload was handed to Kafka.
    record After(
            @Nullable String etag,
            @Nullable String lastModified,
            String sha256,
            Instant statedAt,
            boolean drift,
            List<String> rows) {}

    @Transactional
    Before before(String source) {
        SourceStateEntity it = sources.findById(source);
        return it == null
                ? new Before(null, null, null, null, null, null, null, null, false, List.of())
                : new Before(
                        it.etag,
                        it.lastModified,
                        it.payloadSha256,
                        it.lastStatedAt,
                        it.lastSuccessAt,
                        it.lastFailureAt,
                        it.lastError,
                        it.lastRun,
                        it.drift,
                        List.of(it.rows));
    }

    @Transactional
    void started(UUID run, String source, Instant at) {
        SourceRunEntity row = new SourceRunEntity();
        row.id = run;
        row.source = source;
        row.startedAt = at;
        sources.persist(row);
        sources.state(source).lastRun = run;
    }

    @Transactional
    RunPayload notModified(UUID run, Instant at) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.notModified = true;
        row.finishedAt = at;
        sources.state(row.source).lastSuccessAt = at;
        return RunPayload.of(row);
    }

    @Transactional
    RunPayload failed(UUID run, Instant at, String error, boolean drift) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.finishedAt = at;
        row.error = error;
        SourceStateEntity state = sources.state(row.source);
        state.lastFailureAt = at;
        state.lastError = error;
        state.drift = state.drift || drift;
        return RunPayload.of(row);
    }

    /// Everything was published; from now on the same payload is nothing new.
    @Transactional
    void published(UUID run, After after) {
        SourceStateEntity state = sources.state(sources.run(run).orElseThrow().source);
        state.etag = after.etag();
        state.lastModified = after.lastModified();
        state.payloadSha256 = after.sha256();
        state.lastStatedAt = after.statedAt();
        state.drift = after.drift();
        state.rows = after.rows().toArray(String[]::new);
    }

    /// What is known of the run's events so far.
    ///
    /// @param finishedAt null while some are not handled
    @Transactional
    RunPayload counted(
            UUID run,
            int read,
            int known,
            int refused,
            Collection<Outcome> outcomes,
            @Nullable Instant finishedAt) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.read = read;
        row.fresh = count(outcomes, Outcome.NEW);
        row.revised = count(outcomes, Outcome.REVISED);
        row.unchanged = known + count(outcomes, Outcome.UNCHANGED) + count(outcomes, Outcome.LATE);
        row.retracted = count(outcomes, Outcome.RETRACTED);
        row.refused = refused + count(outcomes, Outcome.REFUSED);
        if (finishedAt != null) {
            row.finishedAt = finishedAt;
            SourceStateEntity state = sources.state(row.source);
            state.lastSuccessAt = finishedAt;
            state.lastError = null;
        }
        return RunPayload.of(row);
    }

    @Transactional
    Optional<RunPayload> find(UUID run) {
        return sources.run(run).map(RunPayload::of);
    }

    private static int count(Collection<Outcome> outcomes, Outcome outcome) {
        return (int) outcomes.stream().filter(it -> it == outcome).count();
    }
}
