package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Outcome;
import rubicon.ingest.intake.OutcomeService;
import rubicon.model.ledger.EventKey;

/// One run of a source, step by step: fetch, map, publish what is news, and wait until all that was
/// published is handled.
@ApplicationScoped
class SourceReader {
    private static final Logger LOG = Logger.getLogger(SourceReader.class);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int MOST_ASKED_FOR = 1_000;
    private static final Duration TELL_EVERY = Duration.ofMillis(250);

    private final SourceConfig config;
    private final SourceFiles files;
    private final EventPublisher publisher;
    private final OutcomeService outcomes;
    private final RunLog log;
    private final InstantSource time;

    SourceReader(
            SourceConfig config,
            SourceFiles files,
            EventPublisher publisher,
            OutcomeService outcomes,
            RunLog log,
            InstantSource time) {
        this.config = config;
        this.files = files;
        this.publisher = publisher;
        this.outcomes = outcomes;
        this.log = log;
        this.time = time;
    }

    /// Reads a source. The caller holds its lock.
    ///
    /// @param acceptedBy who says that the rows that vanished are gone, however many they are: they
    ///   are withdrawn if the source still says what it said at its last reading
    /// @throws DriftException if it does not have the form that its connector reads; if only some
    ///   of its files do not, what the others say is published before
    RunPayload read(Source source, UUID run, Retry retry, @Nullable String acceptedBy)
            throws UpstreamException, DriftException, InterruptedException {
        SourceStanding before = log.standing(source.id());
        List<PartStanding> held = before.partsFor(source);
        if (acceptedBy != null) {
            held = held.stream().map(PartStanding::askedAnew).toList();
        }
        Optional<SourceFiles.Fetch> fetched =
                files.fetch(source, held, before.statedElsewhere(source), run.toString(), retry);
        return fetched.isEmpty()
                ? log.notModified(run, now())
                : take(source, run, before, held, fetched.get(), acceptedBy);
    }

    private RunPayload take(
            Source source,
            UUID run,
            SourceStanding before,
            List<PartStanding> held,
            SourceFiles.Fetch all,
            @Nullable String acceptedBy)
            throws DriftException, InterruptedException {
        Mapped mapped = source.map(all.delivery());
        SourceFiles.Fetch fetched = all.without(mapped.drifted().keySet(), held);
        Optional<DriftException> drift = mapped.drift();
        if (source.connector().isUndated()) {
            mapped = FirstSeen.dated(mapped, outcomes.dates(FirstSeen.undated(mapped)));
        }
        mapped = settled(source, mapped, fetched);
        for (Mapped.Refused row : mapped.refused()) {
            LOG.warnf(
                    "Row refused source=%s run=%s error=%s %s",
                    source.id(), run, row.violation().field(), row.violation().message());
        }
        for (String what : mapped.passedOver()) {
            LOG.warnf("Passed over source=%s run=%s reason=%s", source.id(), run, what);
        }
        boolean same = before.holds(source, fetched.standings());
        SyncPlan plan =
                SyncPlan.of(
                        source,
                        before.rows(),
                        mapped,
                        fetched.rowFiles(),
                        statedAt(fetched),
                        outcomes.dates(
                                        mapped.withdrawals().stream()
                                                .map(it -> SyncPlan.keyOf(it.retraction()))
                                                .toList())
                                .keySet(),
                        same ? acceptedBy : null);
        List<PartStanding> standings = fetched.standings();
        if (same && acceptedBy != null) {
            standings = standings.stream().map(PartStanding::accepted).toList();
        }
        RunLog.Payload payload =
                new RunLog.Payload(
                        source.url().toString(),
                        source.mapping(),
                        standings,
                        plan.drift(),
                        plan.rows(),
                        new RunLog.Found(
                                mapped.observations().size(),
                                mapped.runs().size(),
                                fetched.delivery().unread(Mapped.MOST_TOLD),
                                told(plan, mapped),
                                OwnAliases.unresolved(mapped)));
        Counts counts;
        if (same && acceptedBy == null) {
            log.published(run, payload);
            counts = Counts.same(mapped);
        } else {
            counts = publish(run, plan, mapped.refused().size(), payload);
        }
        if (drift.isPresent()) {
            log.counted(run, counts, null);
            throw drift.get();
        }
        return log.counted(run, counts, now());
    }

    /// With the moments at which rows with dates of their own are stated. A stale copy is no news
    /// and moves none.
    private Mapped settled(Source source, Mapped mapped, SourceFiles.Fetch fetched) {
        if (fetched.isStale()) {
            return mapped;
        }
        OwnDates dates =
                new OwnDates(
                        mapped,
                        fetched.delivery().parts().stream()
                                .map(Fetched::statedAt)
                                .collect(Collectors.toSet()));
        return dates.settled(mapped, outcomes.said(SyncPlan.origin(source), dates.keys()));
    }

    /// What vanished, and what was passed over.
    private static List<String> told(SyncPlan plan, Mapped mapped) {
        Stream<String> missing =
                plan.drift() ? Stream.of(String.join("; ", plan.missing())) : Stream.empty();
        return Stream.concat(missing, mapped.told().stream()).toList();
    }

    /// When the newest of the files was stated, or found gone: what they leave out is said by all
    /// of them.
    private static Instant statedAt(SourceFiles.Fetch fetched) {
        return fetched.standings().stream()
                .map(PartStanding::changedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Counts publish(UUID run, SyncPlan plan, int refused, RunLog.Payload payload)
            throws InterruptedException {
        Map<EventKey, Outgoing> waiting = new LinkedHashMap<>(plan.events());
        Map<EventKey, Outcome> known = outcomes.of(waiting.keySet());
        waiting.keySet().removeAll(known.keySet());
        publisher.publish(List.copyOf(waiting.values()));
        log.published(run, payload);

        Map<EventKey, Outcome> handled = new HashMap<>();
        Instant begun = now();
        Instant told = begun;
        while (!waiting.isEmpty()) {
            // Sent in this order, so the first of them tell how far it got.
            Map<EventKey, Outcome> more =
                    outcomes.of(waiting.keySet().stream().limit(MOST_ASKED_FOR).toList());
            handled.putAll(more);
            waiting.keySet().removeAll(more.keySet());
            Instant now = now();
            if (!waiting.isEmpty()) {
                if (now.isAfter(begun.plus(config.settle()))) {
                    throw new IllegalStateException(
                            "%d events are published and not handled yet"
                                    .formatted(waiting.size()));
                }
                if (now.isAfter(told.plus(TELL_EVERY))) {
                    log.counted(run, Counts.of(plan, refused, known, handled), null);
                    told = now;
                }
                if (more.isEmpty()) {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                }
            }
        }
        return Counts.of(plan, refused, known, handled);
    }

    /// Cut to what the ledger stores.
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
