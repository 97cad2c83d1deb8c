package rubicon.ingest.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
/// @param missing in words, the files that are gone and the rows that vanished and stay until
///   somebody says that they are gone
/// @param rows keys of the rows that the next payload is held against
record SyncPlan(
        List<Outgoing> reports,
        List<Outgoing> retractions,
        List<String> missing,
        List<String> rows) {
    SyncPlan {
        reports = List.copyOf(reports);
        retractions = List.copyOf(retractions);
        missing = List.copyOf(missing);
        rows = List.copyOf(rows);
    }

    /// @param before keys of the rows of the payload before
    /// @param statedAt when the upstream stated this payload
    static SyncPlan of(Source source, Collection<String> before, Mapped mapped, Instant statedAt) {
        return of(source, before, mapped, RowFiles.NONE, statedAt, Set.of(), null);
    }

    /// @param before keys of the rows of the payload before
    /// @param files where its rows stand
    /// @param statedAt when the upstream stated this payload
    /// @param reported observations that are in the ledger, of those that the payload retracts
    /// @param acceptedBy who looked at what vanished and says that it is gone, however much it is
    static SyncPlan of(
            Source source,
            Collection<String> before,
            Mapped mapped,
            RowFiles files,
            Instant statedAt,
            Set<ObservationKey> reported,
            @Nullable String acceptedBy) {
        String origin = origin(source);
        List<Outgoing> reports = new ArrayList<>();
        mapped.observations().forEach(it -> reports.add(report(origin, it, statedAt)));
        mapped.entries().forEach(it -> reports.add(report(origin, it, statedAt)));
        mapped.runs().forEach(it -> reports.add(report(origin, it, statedAt)));
        Map<RowKey, String> known = RowKey.remembered(before);
        SortedMap<RowKey, String> present = new TreeMap<>();
        for (ObservationPayload it : mapped.observations()) {
            if (it.externalId() != null) {
                present.put(RowKey.of(it), files.of(it));
            }
        }
        // A row that is there but cannot be read is not gone, nor is one whose file cannot.
        Set<String> unread =
                mapped.refused().stream()
                        .map(Mapped.Refused::externalId)
                        .collect(Collectors.toSet());
        List<Outgoing> retractions = new ArrayList<>();
        Set<RowKey> retracted = new HashSet<>();
        for (Mapped.Withdrawal it : mapped.withdrawals()) {
            RowKey key = RowKey.of(it.retraction());
            retracted.add(key);
            if (present.containsKey(key)
                    || known.containsKey(key)
                    || reported.contains(keyOf(it.retraction()))) {
                retractions.add(retraction(origin, it.retraction(), it.statedAt()));
            }
        }
        Map<RowKey, String> gone = new LinkedHashMap<>();
        known.forEach((key, file) -> {
            if (!present.containsKey(key) && !retracted.contains(key)) {
                boolean stays = unread.contains(key.externalId()) || mayHaveDrifted(file, mapped);
                (stays ? present : gone).put(key, file);
            }
        });
        if (!source.retractAbsent()) {
            gone.clear();
        }
        Vanished vanished =
                acceptedBy == null
                        ? Vanished.of(known, gone, files.gone())
                        : new Vanished(Map.of(), List.of());
        String why =
                "the row is no longer in the upstream"
                        + (acceptedBy == null ? "" : "; accepted by " + acceptedBy);
        gone.keySet().stream()
                .filter(it -> !vanished.held().containsKey(it))
                .forEach(it -> retractions.add(retraction(origin, it.absent(why), statedAt)));
        present.putAll(vanished.held());
        return new SyncPlan(reports, retractions, vanished.words(), RowKey.texts(present));
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

    /// Of a row that was remembered without its file it is not known where it stands.
    private static boolean mayHaveDrifted(String file, Mapped mapped) {
        return !mapped.drifted().isEmpty()
                && (file.isEmpty() || mapped.drifted().containsKey(file));
    }

    /// The origin of a source's events.
    static String origin(Source source) {
        return "/sources/" + source.id();
    }

    /// Whether something is missing that somebody has to look at.
    boolean drift() {
        return !missing.isEmpty();
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
}
