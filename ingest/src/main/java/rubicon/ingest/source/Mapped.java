package rubicon.ingest.source;

import java.util.List;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// What a connector made of a delivery.
///
/// @param entries milestones, policy thresholds and people's forecasts
/// @param retractions of rows that the upstream says are void, each with its reason; one of a row
///   that nobody reported is passed over
/// @param refused rows that could not be mapped; they hinder no other
public record Mapped(
        List<ObservationPayload> observations,
        List<ChroniclePayload> entries,
        List<RetractionPayload> retractions,
        List<Refused> refused) {
    public Mapped {
        observations = List.copyOf(observations);
        entries = List.copyOf(entries);
        retractions = List.copyOf(retractions);
        refused = List.copyOf(refused);
    }

    /// Observations alone.
    public Mapped(List<ObservationPayload> observations, List<Refused> refused) {
        this(observations, List.of(), List.of(), refused);
    }

    /// How many rows were mapped.
    int size() {
        return observations.size() + entries.size();
    }

    /// A row that could not be mapped.
    ///
    /// @param externalId the upstream's key of the row: it is bad, but not gone
    /// @param violation with the path of the field at fault
    public record Refused(String externalId, Violation violation) {}
}
