package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Provenance;

/// Where a value was read, as it travels.
public record ProvenancePayload(
        @Nullable String url,
        @Nullable Instant retrievedAt,
        @Nullable String payloadSha256,
        @Nullable String connector,
        @Nullable String connectorVersion,
        @Nullable String run,
        @Nullable String licence) {

    /// A provenance as it travels.
    public static ProvenancePayload of(Provenance it) {
        return new ProvenancePayload(
                it.url(),
                it.retrievedAt(),
                it.payloadSha256(),
                it.connector(),
                it.connectorVersion(),
                it.run(),
                it.licence());
    }

    /// The provenance that travelled.
    public Provenance toDomain() {
        return new Provenance(
                url, retrievedAt, payloadSha256, connector, connectorVersion, run, licence);
    }
}
