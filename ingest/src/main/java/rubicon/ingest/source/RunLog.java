package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what each run of a source found, and where the source stands after it.
@ApplicationScoped
class RunLog {
    private final SourceRepository sources;

    RunLog(SourceRepository sources) {
        this.sources = sources;
    }

    /// A payload that was handed to Kafka, or found to be what was handed there before.
    ///
    /// @param parts its files
    /// @param rows keys of its rows
    /// @param rowsMissing whether so many rows vanished that none was withdrawn
    /// @param found what it held
    record Payload(
            String url,
            String connectorVersion,
            List<PartStanding> parts,
            boolean rowsMissing,
            List<String> rows,
            Found found) {
        Payload {
            parts = List.copyOf(parts);
            rows = List.copyOf(rows);
        }
    }

    /// What a payload held beside its rows' outcomes.
    ///
    /// @param unresolved how often each name was there that nobody resolved
    record Found(
            int observations,
            int evalRuns,
            List<String> unread,
            List<String> passedOver,
            SortedMap<String, Integer> unresolved) {
        Found {
            unread = List.copyOf(unread);
            passedOver = List.copyOf(passedOver);
        }
    }

    @Transactional
    SourceStanding standing(String source) {
        SourceStateEntity it = sources.findById(source);
        return it == null ? SourceStanding.FRESH : standing(it);
    }

    /// Notes that a run begins. The caller holds the source's lock, so a run that is still open
    /// belongs to a process that is no more.
    @Transactional
    void started(UUID run, String source, Instant at) {
        for (SourceRunEntity open : sources.openRuns(source)) {
            open.finishedAt = at;
            open.error = "the service stopped before the end of this run; the next one goes on";
        }
        SourceRunEntity row = new SourceRunEntity();
        row.id = run;
        row.source = source;
        row.startedAt = at;
        sources.persist(row);
        SourceStateEntity state = sources.state(source);
        state.lastRun = run;
        if (state.firstRunAt == null) {
            state.firstRunAt = at;
        }
    }

    /// The run of a source that is not finished, if there is one.
    @Transactional
    Optional<UUID> open(String source) {
        return sources.openRuns(source).stream().findFirst().map(it -> it.id);
    }

    @Transactional
    RunPayload notModified(UUID run, Instant at) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.notModified = true;
        sources.lastRead(row.source)
                .ifPresent(last -> {
                    row.unread = last.unread;
                    row.passedOver = last.passedOver;
                });
        return finished(row, at);
    }

    @Transactional
    RunPayload failed(UUID run, Instant at, Exception cause) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.finishedAt = at;
        row.error = String.valueOf(cause.getMessage());
        SourceStateEntity state = sources.state(row.source);
        state.lastFailureAt = at;
        state.lastError = row.error;
        state.notBefore =
                cause instanceof UpstreamException it
                        ? it.retryAfter().map(at::plus).orElse(null)
                        : null;
        state.formChanged = cause instanceof DriftException;
        state.gone = cause instanceof UpstreamException gone && gone.isAbsence();
        return RunPayload.of(row);
    }

    /// Everything was published; from now on the same payload is nothing new.
    @Transactional
    void published(UUID run, Payload payload) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.observations = payload.found().observations();
        row.evalRuns = payload.found().evalRuns();
        row.unread = payload.found().unread();
        row.passedOver = payload.found().passedOver();
        sources.unresolved(row.source, payload.found().unresolved(), row.startedAt);
        SourceStateEntity state = sources.state(row.source);
        state.url = payload.url();
        state.connectorVersion = payload.connectorVersion();
        state.parts = payload.parts();
        state.rowsMissing = payload.rowsMissing();
        state.rows = payload.rows().toArray(String[]::new);
    }

    /// What is known of the run's events so far.
    ///
    /// @param finishedAt null while some are not handled
    @Transactional
    RunPayload counted(UUID run, Counts counts, @Nullable Instant finishedAt) {
        SourceRunEntity row = sources.run(run).orElseThrow();
        row.read = counts.read();
        row.fresh = counts.fresh();
        row.revised = counts.revised();
        row.unchanged = counts.unchanged();
        row.retracted = counts.retracted();
        row.refused = counts.refused();
        return finishedAt == null ? RunPayload.of(row) : finished(row, finishedAt);
    }

    @Transactional
    Optional<RunPayload> find(UUID run) {
        return sources.run(run).map(RunPayload::of);
    }

    /// Names that nobody resolved, by source and name.
    @Transactional
    List<AliasResource.UnresolvedPayload> unresolved() {
        return sources.unresolved();
    }

    private RunPayload finished(SourceRunEntity row, Instant at) {
        row.finishedAt = at;
        SourceStateEntity state = sources.state(row.source);
        state.lastSuccessAt = at;
        state.lastError = null;
        state.formChanged = false;
        state.gone = false;
        return RunPayload.of(row);
    }

    private static SourceStanding standing(SourceStateEntity it) {
        return new SourceStanding(
                it.url,
                it.connectorVersion,
                it.parts,
                it.firstRunAt,
                it.lastSuccessAt,
                it.lastFailureAt,
                it.notBefore,
                it.lastRun,
                it.rowsMissing,
                it.formChanged,
                it.gone,
                List.of(it.rows));
    }
}
