package rubicon.ingest.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.History.Held;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.RetractionReason;
import rubicon.model.observation.Subject;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// Carries statements from the table to the domain and the wire.
final class Statements {
    private Statements() {}

    static Statement toDomain(StatementEntity row) {
        ObservationKey key =
                new ObservationKey(row.source, new IndicatorId(row.indicator), row.externalId);
        Content content =
                row.retractionReason != null
                        ? new Retracted(
                                RetractionReason.valueOf(row.retractionReason), row.retractionText)
                        : new Reported(observation(row, key));
        return new Statement(
                row.id.toString(),
                new EventKey(row.eventSource, row.eventId),
                key,
                row.statedAt,
                row.recordedAt,
                content);
    }

    private static Observation observation(StatementEntity row, ObservationKey key) {
        Map<String, String> tags = row.tags;
        return new Observation(
                key,
                new Subject(
                        Objects.requireNonNullElse(row.model, ""),
                        row.developer,
                        row.scaffold,
                        row.releasedOn,
                        Actor.valueOf(row.actor)),
                new Estimate(row.value, row.low, row.high, row.level, row.method, row.n),
                row.qualifier == null ? null : Qualifier.of(row.qualifier).orElseThrow(),
                new ObservedOn(row.observedOn, Precision.valueOf(row.precision)),
                row.publishedAt,
                row.startingPoint,
                Evaluator.valueOf(row.evaluator),
                row.evidence,
                row.note,
                row.disputed,
                row.confirmed,
                new TreeMap<>(tags),
                row.provenance.content.toDomain());
    }

    /// A revision of a history as REST answers it. A retraction shows the subject and date of what
    /// it withdrew.
    ///
    /// @param before the value that stood before; null for a first statement
    /// @param withdrawn whether a retraction shows the value, too
    /// @param indicator null for one that is not known any more
    static LedgerRowPayload toRow(
            History history,
            Revision revision,
            @Nullable Observation before,
            boolean withdrawn,
            @Nullable Indicator indicator) {
        Statement statement = revision.statement();
        Held held = revision.status() == Status.DISPUTED ? history.held() : null;
        return switch (statement.content()) {
            case Reported(Observation it) ->
                    row(
                            revision,
                            it,
                            it.estimate(),
                            indicator,
                            statement,
                            held == null ? null : held.reason(),
                            null,
                            null);
            case Retracted(RetractionReason reason, String text) ->
                    row(
                            revision,
                            before,
                            before == null || !withdrawn ? null : before.estimate(),
                            indicator,
                            statement,
                            null,
                            reason.name(),
                            text);
        };
    }

    private static LedgerRowPayload row(
            Revision revision,
            @Nullable Observation it,
            @Nullable Estimate estimate,
            @Nullable Indicator indicator,
            Statement statement,
            @Nullable String held,
            @Nullable String reason,
            @Nullable String reasonText) {
        Qualifier qualifier = it == null || estimate == null ? null : it.qualifier();
        Instant published = it == null || estimate == null ? null : it.publishedAt();
        return new LedgerRowPayload(
                statement.id(),
                revision.number(),
                revision.status().name(),
                statement.recordedAt(),
                statement.key().source(),
                statement.key().externalId(),
                statement.key().indicator().value(),
                it == null ? SubjectPayload.NONE : SubjectPayload.of(it.subject()),
                estimate == null ? null : estimate.value(),
                estimate == null ? null : estimate.low(),
                estimate == null ? null : estimate.high(),
                estimate == null ? null : estimate.level(),
                estimate == null ? null : estimate.method(),
                estimate == null ? null : estimate.n(),
                indicator == null ? "" : indicator.unit().symbol(),
                qualifier == null ? null : qualifier.symbol(),
                it == null ? null : it.observedOn().date(),
                it == null ? null : it.observedOn().precision().name(),
                published,
                statement.statedAt(),
                it == null ? null : it.startingPoint(),
                it == null ? null : it.evaluator().name(),
                it == null ? null : it.evidence(),
                it == null ? null : it.note(),
                it == null || estimate == null ? null : it.disputed(),
                held,
                it == null || estimate == null ? null : it.confirmed(),
                it == null ? Map.of() : it.tags(),
                it == null || estimate == null ? null : ProvenancePayload.of(it.provenance()),
                reason,
                reasonText,
                it == null || estimate == null || indicator == null
                        ? null
                        : indicator.licence().exportOf(it.provenance().licence()).name());
    }
}
