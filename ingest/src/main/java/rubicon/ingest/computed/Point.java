package rubicon.ingest.computed;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.RetractionPayload;
import rubicon.model.wire.SubjectPayload;

/// A computed value of a month.
///
/// @param key names it within its indicator
/// @param of what it is a value of
/// @param basis what it was computed from, for a reader
record Point(
        IndicatorId indicator, String key, String of, YearMonth month, double value, String basis) {
    static final String SOURCE = "rubicon";
    private static final String ORIGIN = "/computed";

    /// The event that tells it. When it was stated follows from the inputs alone, so computing it
    /// again from the same makes the same event.
    ///
    /// @param inputs when the newest input was recorded
    Outgoing report(Instant inputs) {
        Instant begins = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant statedAt = inputs.isAfter(begins) ? inputs : begins;
        ObservationPayload told =
                new ObservationPayload(
                        SOURCE,
                        key,
                        indicator.value(),
                        new SubjectPayload(of, null, null, null, null),
                        value,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        month.atDay(1),
                        Precision.MONTH.name(),
                        null,
                        statedAt,
                        null,
                        null,
                        basis,
                        null,
                        null,
                        null,
                        new ProvenancePayload(
                                null, null, null, ORIGIN, "1", null, "computed here"));
        return new Outgoing(
                new EventKey(ORIGIN, EventIds.of(told, statedAt)),
                EventType.OBSERVATION_REPORTED,
                statedAt,
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
