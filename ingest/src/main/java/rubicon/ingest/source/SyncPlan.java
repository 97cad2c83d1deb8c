package rubicon.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// What a payload that changed means: which events say so, and which rows are remembered. Pure.
///
/// @param reports one event per row that was read
/// @param retractions one per observation that the source withdrew, in words or by leaving it out;
///   an entry of the chronicle or a run that is left out stays
/// @param drift whether so many rows vanished that none is withdrawn
/// @param rows keys of the rows that the next payload is held against
record SyncPlan(
        List<Outgoing> reports, List<Outgoing> retractions, boolean drift, List<String> rows) {
    private static final String SEPARATOR = "\n";

    SyncPlan {
        reports = List.copyOf(reports);
        retractions = List.copyOf(retractions);
        rows = List.copyOf(rows);
    }

    /// @param before keys of the rows of the payload before
    /// @param statedAt when the upstream stated this payload
    static SyncPlan of(Source source, Collection<String> before, Mapped mapped, Instant statedAt) {
        return of(source, before, mapped, statedAt, Set.of());
    }

    /// @param before keys of the rows of the payload before
    /// @param statedAt when the upstream stated this payload
    /// @param reported observations that are in the ledger, of those that the payload retracts
    static SyncPlan of(
            Source source,
            Collection<String> before,
            Mapped mapped,
            Instant statedAt,
            Set<ObservationKey> reported) {
        String origin = "/sources/" + source.id();
        List<Outgoing> reports = new ArrayList<>();
        mapped.observations().forEach(it -> reports.add(report(origin, it, statedAt)));
        mapped.entries().forEach(it -> reports.add(report(origin, it, statedAt)));
        mapped.runs().forEach(it -> reports.add(report(origin, it, statedAt)));
        Set<String> present = new TreeSet<>();
        for (ObservationPayload it : mapped.observations()) {
            if (it.externalId() != null) {
                present.add(rowKey(it));
            }
        }
        // A row that is there but cannot be read is not gone.
        Set<String> unread =
                mapped.refused().stream()
                        .map(Mapped.Refused::externalId)
                        .collect(Collectors.toSet());
        List<Outgoing> retractions = new ArrayList<>();
        Set<String> retracted = new TreeSet<>();
        for (Mapped.Withdrawal it : mapped.withdrawals()) {
            String key = rowKey(it.retraction());
            retracted.add(key);
            if (present.contains(key)
                    || before.contains(key)
                    || reported.contains(keyOf(it.retraction()))) {
                retractions.add(retraction(origin, it.retraction(), it.statedAt()));
            }
        }
        List<String> gone = new ArrayList<>();
        for (String key : before) {
            if (!present.contains(key) && !retracted.contains(key)) {
                if (unread.contains(RowKey.of(key).externalId())) {
                    present.add(key);
                } else {
                    gone.add(key);
                }
            }
        }
        if (!source.retractAbsent() || gone.isEmpty()) {
            return new SyncPlan(reports, retractions, false, List.copyOf(present));
        }
        if (gone.size() * 10 > before.size()) {
            // Over a tenth gone looks like a broken upstream: nothing is withdrawn, and what is
            // missing stays remembered.
            present.addAll(gone);
            return new SyncPlan(reports, retractions, true, List.copyOf(present));
        }
        gone.forEach(it -> retractions.add(retraction(origin, RowKey.of(it).absent(), statedAt)));
        return new SyncPlan(reports, retractions, false, List.copyOf(present));
    }

    /// When a payload was stated: by the upstream's own date, else the retrieval. A date ahead of
    /// the retrieval is no date, and one that did not advance while the content changed is not when
    /// this content was stated; were it taken, an upstream with a frozen date could never correct
    /// itself.
    ///
    /// @param modifiedAt as the upstream says
    /// @param last statement time of the payload before
    static Instant statedAt(
            @Nullable Instant modifiedAt, @Nullable Instant last, Instant retrievedAt) {
        if (modifiedAt == null || modifiedAt.isAfter(retrievedAt)) {
            return retrievedAt;
        }
        return last == null || modifiedAt.isAfter(last) ? modifiedAt : retrievedAt;
    }

    /// All events by their identity; two rows that say the same are one.
    Map<EventKey, Outgoing> events() {
        Map<EventKey, Outgoing> events = new LinkedHashMap<>();
        reports.forEach(it -> events.put(it.key(), it));
        retractions.forEach(it -> events.put(it.key(), it));
        return events;
    }

    private static Outgoing report(String origin, ObservationPayload it, Instant statedAt) {
        Instant stated = it.statedAt() == null ? statedAt : it.statedAt();
        return new Outgoing(
                new EventKey(origin, EventIds.of(it, stated)),
                EventType.OBSERVATION_REPORTED,
                stated,
                String.valueOf(it.indicator()),
                it);
    }

    private static Outgoing report(String origin, ChroniclePayload it, Instant statedAt) {
        Instant stated = it.statedAt() == null ? statedAt : it.statedAt();
        return new Outgoing(
                new EventKey(origin, EventIds.of(it, stated)),
                it.eventType(),
                stated,
                String.valueOf(it.id()),
                it);
    }

    private static Outgoing report(String origin, EvalRunPayload it, Instant statedAt) {
        Instant stated = it.statedAt() == null ? statedAt : it.statedAt();
        return new Outgoing(
                new EventKey(origin, EventIds.of(it, stated)),
                EventType.EVAL_RUN_COMPLETED,
                stated,
                String.valueOf(it.runId()),
                it);
    }

    private static Outgoing retraction(
            String origin, RetractionPayload retraction, Instant statedAt) {
        return new Outgoing(
                new EventKey(origin, EventIds.of(retraction, statedAt)),
                EventType.OBSERVATION_RETRACTED,
                statedAt,
                String.valueOf(retraction.indicator()),
                retraction);
    }

    /// The observation that a retraction is about.
    static ObservationKey keyOf(RetractionPayload it) {
        return new ObservationKey(
                String.valueOf(it.source()),
                new IndicatorId(String.valueOf(it.indicator())),
                String.valueOf(it.externalId()));
    }

    private static String rowKey(RetractionPayload it) {
        return String.join(
                SEPARATOR,
                String.valueOf(it.source()),
                String.valueOf(it.indicator()),
                String.valueOf(it.externalId()));
    }

    private static String rowKey(ObservationPayload it) {
        return String.join(
                SEPARATOR,
                String.valueOf(it.source()),
                String.valueOf(it.indicator()),
                String.valueOf(it.externalId()));
    }

    private record RowKey(String source, String indicator, String externalId) {
        static RowKey of(String key) {
            List<String> parts = List.of(key.split(SEPARATOR, 3));
            return new RowKey(parts.get(0), parts.get(1), parts.get(2));
        }

        RetractionPayload absent() {
            return new RetractionPayload(
                    source,
                    indicator,
                    externalId,
                    "WITHDRAWN",
                    "the row is no longer in the upstream");
        }
    }
}
