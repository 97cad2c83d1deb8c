package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Provenance;

/// Where a value was read, as it travels.
///
/// @param payloadNote what part of the upstream's document the hash is of, or why there is none
public record ProvenancePayload(
        @Nullable String url,
        @Nullable Instant retrievedAt,
        @Nullable String payloadSha256,
        @Nullable String payloadNote,
        @Nullable String connector,
        @Nullable String connectorVersion,
        @Nullable String run,
        @Nullable String licence) {

    /// Where a whole payload was read, of which nothing more is to be said.
    public ProvenancePayload(
            @Nullable String url,
            @Nullable Instant retrievedAt,
            @Nullable String payloadSha256,
            @Nullable String connector,
            @Nullable String connectorVersion,
            @Nullable String run,
            @Nullable String licence) {
        this(url, retrievedAt, payloadSha256, null, connector, connectorVersion, run, licence);
    }

    /// A provenance as it travels.
    public static ProvenancePayload of(Provenance it) {
        return new ProvenancePayload(
                it.url(),
                it.retrievedAt(),
                it.payloadSha256(),
                it.payloadNote(),
                it.connector(),
                it.connectorVersion(),
                it.run(),
                it.licence());
    }

    /// The provenance that travelled.
    public Provenance toDomain() {
        return new Provenance(
                url,
                retrievedAt,
                payloadSha256,
                payloadNote,
                connector,
                connectorVersion,
                run,
                licence);
    }
}
