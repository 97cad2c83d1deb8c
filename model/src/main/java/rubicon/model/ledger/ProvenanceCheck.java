package rubicon.model.ledger;

import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.ProvenancePayload;

/// The door for what a payload says of where it was read.
public final class ProvenanceCheck {
    private ProvenanceCheck() {}

    /// The provenance; its faults are noted under `provenance`.
    public static Provenance check(@Nullable ProvenancePayload payload, Faults faults) {
        if (payload == null) {
            return Provenance.NONE;
        }
        Times.check("provenance.retrievedAt", payload.retrievedAt(), faults);
        return new Provenance(
                faults.optional("provenance.url", payload.url(), 2_000),
                Times.micros(payload.retrievedAt()),
                faults.optional("provenance.payloadSha256", payload.payloadSha256(), 64),
                faults.optional("provenance.payloadNote", payload.payloadNote(), 200),
                faults.optional("provenance.connector", payload.connector(), 100),
                faults.optional("provenance.connectorVersion", payload.connectorVersion(), 100),
                faults.optional("provenance.run", payload.run(), 100),
                faults.optional("provenance.licence", payload.licence(), 200));
    }
}
