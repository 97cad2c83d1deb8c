package rubicon.ingest.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Revision;
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

/// Carries statements between the domain, the table and the wire.
final class Statements {
    private Statements() {}

    static StatementEntity toEntity(Statement statement, Decision decision) {
        StatementEntity row = new StatementEntity();
        row.id = UUID.fromString(statement.id());
        row.eventSource = statement.event().source();
        row.eventId = statement.event().id();
        row.source = statement.key().source();
        row.indicator = statement.key().indicator().value();
        row.externalId = statement.key().externalId();
        row.statedAt = statement.statedAt();
        row.recordedAt = statement.recordedAt();
        row.decision = decision.name();
        switch (statement.content()) {
            case Reported(Observation observation) -> fill(row, observation);
            case Retracted(RetractionReason reason, String text) -> {
                row.retractionReason = reason.name();
                row.retractionText = text;
            }
        }
        return row;
    }

    private static void fill(StatementEntity row, Observation observation) {
        Estimate estimate = observation.estimate();
        Qualifier qualifier = observation.qualifier();
        row.subject = SubjectPayload.of(observation.subject());
        row.value = estimate.value();
        row.low = estimate.low();
        row.high = estimate.high();
        row.level = estimate.level();
        row.method = estimate.method();
        row.n = estimate.n();
        row.qualifier = qualifier == null ? null : qualifier.symbol();
        row.observedOn = observation.observedOn().date();
        row.precision = observation.observedOn().precision().name();
        row.publishedAt = observation.publishedAt();
        row.startingPoint = observation.startingPoint();
        row.evaluator = observation.evaluator().name();
        row.evidence = observation.evidence();
        row.note = observation.note();
        row.disputed = observation.disputed();
        row.tags = observation.tags();
        row.provenance = ProvenancePayload.of(observation.provenance());
    }

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
        SubjectPayload subject = row.subject;
        Map<String, String> tags = row.tags;
        return new Observation(
                key,
                new Subject(
                        Objects.requireNonNullElse(subject.model(), ""),
                        subject.developer(),
                        subject.scaffold(),
                        subject.releasedOn(),
                        Actor.valueOf(Objects.requireNonNull(subject.actor()))),
                new Estimate(row.value, row.low, row.high, row.level, row.method, row.n),
                row.qualifier == null ? null : Qualifier.of(row.qualifier).orElseThrow(),
                new ObservedOn(row.observedOn, Precision.valueOf(row.precision)),
                row.publishedAt,
                row.startingPoint,
                Evaluator.valueOf(row.evaluator),
                row.evidence,
                row.note,
                row.disputed,
                new TreeMap<>(tags),
                row.provenance.toDomain());
    }

    /// A revision as REST answers it. A retraction shows the subject and date of what it withdrew.
    ///
    /// @param before the value that stood before; null for a first statement
    static LedgerRowPayload toRow(Revision revision, @Nullable Observation before, String unit) {
        Statement statement = revision.statement();
        return switch (statement.content()) {
            case Reported(Observation it) ->
                    row(revision, it, it.estimate(), unit, statement, null, null);
            case Retracted(RetractionReason reason, String text) ->
                    row(revision, before, null, unit, statement, reason.name(), text);
        };
    }

    private static LedgerRowPayload row(
            Revision revision,
            @Nullable Observation it,
            @Nullable Estimate estimate,
            String unit,
            Statement statement,
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
                unit,
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
                it == null ? Map.of() : it.tags(),
                it == null || estimate == null ? null : ProvenancePayload.of(it.provenance()),
                reason,
                reasonText);
    }
}
