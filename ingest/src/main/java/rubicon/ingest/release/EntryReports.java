package rubicon.ingest.release;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.chronicle.EntryCheck;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Reporting;
import rubicon.ingest.intake.Reporting.Bad;
import rubicon.ingest.intake.Reporting.Good;
import rubicon.ingest.intake.Reporting.Reported;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.PagePayload;

/// What the resources of milestones, policy thresholds and forecasts share: reading the chronicle
/// and telling it something.
@ApplicationScoped
class EntryReports {
    private final ChronicleService chronicle;
    private final Reporting reporting;

    EntryReports(ChronicleService chronicle, Reporting reporting) {
        this.chronicle = chronicle;
        this.reporting = reporting;
    }

    /// What stands of a kind, by date, then source and id.
    <T extends ChroniclePayload> PagePayload<T> standing(
            EntryKind kind, Class<T> type, @Nullable String asOf, Comparator<T> order) {
        return chronicle.standing(
                kind,
                type,
                instant(asOf),
                order.thenComparing(it -> String.valueOf(it.source()))
                        .thenComparing(it -> String.valueOf(it.id())));
    }

    /// The one entry that has this id, of this source if one is named.
    <T extends ChroniclePayload> EntryPayload<T> entry(
            EntryKind kind,
            Class<T> type,
            String id,
            @Nullable String source,
            @Nullable String asOf) {
        List<EntryPayload<T>> found =
                chronicle.entries(kind, type, id, instant(asOf)).stream()
                        .filter(it -> source == null || source.equals(it.standing().source()))
                        .toList();
        if (found.isEmpty()) {
            throw ProblemException.notFound("nothing here is called '%s'".formatted(id));
        }
        if (found.size() > 1) {
            throw ProblemException.refused(
                    "source",
                    "must be named: '%s' is told by %s"
                            .formatted(
                                    id,
                                    found.stream()
                                            .map(it -> it.standing().source())
                                            .filter(Objects::nonNull)
                                            .collect(Collectors.joining(", "))));
        }
        return found.getFirst();
    }

    /// Takes one entry or an array of them.
    ///
    /// @param path of the resource; names the events' source, too
    <T extends ChroniclePayload> Response take(@Nullable JsonNode body, String path, Class<T> type)
            throws InterruptedException {
        String what = path.substring(path.lastIndexOf('/') + 1);
        return reporting.take(body, what, path, type, (payload, now) -> event(payload, path, now));
    }

    private static Reported event(ChroniclePayload payload, String origin, Instant now) {
        Instant told = payload.statedAt();
        Instant statedAt = told == null ? now : told.truncatedTo(ChronoUnit.MICROS);
        return switch (EntryCheck.check(payload, statedAt, now)) {
            case CheckedEntry.Refused<ChroniclePayload>(var violations) -> new Bad(violations);
            case CheckedEntry.Valid<ChroniclePayload>(var content) ->
                    new Good(
                            new Outgoing(
                                    new EventKey(origin, EventIds.of(content, statedAt)),
                                    content.eventType(),
                                    statedAt,
                                    String.valueOf(content.id()),
                                    content));
        };
    }

    /// The date; null where none is given.
    static @Nullable LocalDate date(String field, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.refused(
                    field, "'%s' is no date such as 2026-11-20".formatted(text));
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.refused("asOf", "'%s' is no RFC 3339 time".formatted(text));
        }
    }
}
