package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.Qualifier;

/// The `data` of `rubicon.observation.reported.v1`, and the body of `POST /observations`.
///
/// @param level nominal coverage of `[low, high]`, in (0, 1)
/// @param disputed why the value is not to be relied upon; a later statement without it lifts it
/// @param confirmed by whom and why the value is vouched for, so that the plausibility check does
///   not hold it; counts until another value is stated
/// @param statedAt when the source stated it; over Kafka the event's `time` counts instead
public record ObservationPayload(
        @Nullable String source,
        @Nullable String externalId,
        @Nullable String indicator,
        @Nullable SubjectPayload subject,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable String method,
        @Nullable Long n,
        @Nullable String unit,
        @Nullable String qualifier,
        @Nullable LocalDate observedOn,
        @Nullable String precision,
        @Nullable Instant publishedAt,
        @Nullable Instant statedAt,
        @Nullable String startingPoint,
        @Nullable String evaluator,
        @Nullable String evidence,
        @Nullable String note,
        @Nullable String disputed,
        @Nullable String confirmed,
        @Nullable Map<String, String> tags,
        @Nullable ProvenancePayload provenance) {

    /// What a ledger holds, as it is stated; values are in the indicator's unit.
    public static ObservationPayload of(Observation it, Instant statedAt) {
        Estimate estimate = it.estimate();
        Qualifier qualifier = it.qualifier();
        return new ObservationPayload(
                it.key().source(),
                it.key().externalId(),
                it.key().indicator().value(),
                SubjectPayload.of(it.subject()),
                estimate.value(),
                estimate.low(),
                estimate.high(),
                estimate.level(),
                estimate.method(),
                estimate.n(),
                null,
                qualifier == null ? null : qualifier.symbol(),
                it.observedOn().date(),
                it.observedOn().precision().name(),
                it.publishedAt(),
                statedAt,
                it.startingPoint(),
                it.evaluator().name(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                ProvenancePayload.of(it.provenance()));
    }

    /// The same, stated at another time.
    public ObservationPayload stated(Instant at) {
        return new ObservationPayload(
                source,
                externalId,
                indicator,
                subject,
                value,
                low,
                high,
                level,
                method,
                n,
                unit,
                qualifier,
                observedOn,
                precision,
                publishedAt,
                at,
                startingPoint,
                evaluator,
                evidence,
                note,
                disputed,
                confirmed,
                tags,
                provenance);
    }

    /// The same, told where it was read.
    public ObservationPayload withProvenance(ProvenancePayload origin) {
        return new ObservationPayload(
                source,
                externalId,
                indicator,
                subject,
                value,
                low,
                high,
                level,
                method,
                n,
                unit,
                qualifier,
                observedOn,
                precision,
                publishedAt,
                statedAt,
                startingPoint,
                evaluator,
                evidence,
                note,
                disputed,
                confirmed,
                tags,
                origin);
    }
}
