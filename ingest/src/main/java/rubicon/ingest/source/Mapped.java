package rubicon.ingest.source;

import java.util.List;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ObservationPayload;

/// What a connector made of a payload.
///
/// @param entries milestones, policy thresholds and people's forecasts
/// @param refused rows that could not be mapped; they hinder no other
public record Mapped(
        List<ObservationPayload> observations,
        List<ChroniclePayload> entries,
        List<Refused> refused) {
    public Mapped {
        observations = List.copyOf(observations);
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }

    /// Observations alone.
    public Mapped(List<ObservationPayload> observations, List<Refused> refused) {
        this(observations, List.of(), refused);
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
