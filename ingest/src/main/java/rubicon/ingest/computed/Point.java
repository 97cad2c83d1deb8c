package rubicon.ingest.computed;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.horizon.OwnHorizons;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.Subject;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.RetractionPayload;
import rubicon.model.wire.SubjectPayload;

/// A computed value.
///
/// @param key names it within its indicator
/// @param knownAt when the world could know what it was computed from; null where that is the end
///   of the period it speaks of
/// @param basis what it was computed from, for a reader
record Point(
        IndicatorId indicator,
        String key,
        Subject subject,
        Estimate estimate,
        @Nullable Qualifier qualifier,
        ObservedOn observedOn,
        @Nullable Instant knownAt,
        String basis) {
    static final String SOURCE = OwnHorizons.HOUSE;
    private static final String ORIGIN = "/computed";

    /// A value of a month.
    ///
    /// @param of what it is a value of
    static Point ofMonth(
            IndicatorId indicator,
            String key,
            String of,
            YearMonth month,
            double value,
            String basis) {
        return new Point(
                indicator,
                key,
                new Subject(of, null, null, null, Actor.AI),
                Estimate.of(value),
                null,
                new ObservedOn(month.atDay(1), Precision.MONTH),
                null,
                basis);
    }

    /// Whether the ledger says it already.
    boolean isSaidBy(Observation held) {
        return held.estimate().value() == estimate.value()
                && Objects.equals(held.estimate().low(), estimate.low())
                && Objects.equals(held.estimate().high(), estimate.high())
                && held.observedOn().equals(observedOn);
    }

    /// The event that tells it. When it was stated follows from the inputs alone, so computing it
    /// again from the same makes the same event.
    ///
    /// @param inputs when the newest input was recorded
    Outgoing report(Instant inputs) {
        ObservationPayload told =
                new ObservationPayload(
                        SOURCE,
                        key,
                        indicator.value(),
                        SubjectPayload.of(subject),
                        estimate.value(),
                        estimate.low(),
                        estimate.high(),
                        estimate.level(),
                        estimate.method(),
                        estimate.n(),
                        null,
                        qualifier == null ? null : qualifier.symbol(),
                        observedOn.date(),
                        observedOn.precision().name(),
                        knownAt,
                        inputs,
                        null,
                        null,
                        basis,
                        null,
                        null,
                        null,
                        null,
                        new ProvenancePayload(
                                null, null, null, ORIGIN, "1", null, "computed here"));
        return new Outgoing(
                new EventKey(ORIGIN, EventIds.of(told, inputs)),
                EventType.OBSERVATION_REPORTED,
                inputs,
                indicator.value(),
                told);
    }

    /// The event that takes back what the inputs no longer give.
    static Outgoing retraction(IndicatorId indicator, String key, Instant inputs) {
        RetractionPayload told =
                new RetractionPayload(
                        SOURCE,
                        indicator.value(),
                        key,
                        "WITHDRAWN",
                        "what it was computed from was corrected");
        return new Outgoing(
                new EventKey(ORIGIN, EventIds.of(told, inputs)),
                EventType.OBSERVATION_RETRACTED,
                inputs,
                indicator.value(),
                told);
    }
}
