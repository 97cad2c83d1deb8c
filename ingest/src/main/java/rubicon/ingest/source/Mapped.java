package rubicon.ingest.source;

import java.util.List;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

/// What a connector made of a payload.
///
/// @param problems rows that could not be mapped, with the path of the field at fault
public record Mapped(List<ObservationPayload> observations, List<Violation> problems) {
    public Mapped {
        observations = List.copyOf(observations);
        problems = List.copyOf(problems);
    }
}
