package rubicon.ingest.source;

import java.util.List;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

/// What a connector made of a payload.
///
/// @param refused rows that could not be mapped; they hinder no other
public record Mapped(List<ObservationPayload> observations, List<Refused> refused) {
    public Mapped {
        observations = List.copyOf(observations);
        refused = List.copyOf(refused);
    }

    /// A row that could not be mapped.
    ///
    /// @param externalId the upstream's key of the row: it is bad, but not gone
    /// @param violation with the path of the field at fault
    public record Refused(String externalId, Violation violation) {}
}
