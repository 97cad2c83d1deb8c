package rubicon.model.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a value was read, so that it can be read again.
///
/// @param payloadSha256 hash of the bytes that were read, lower-case hex
/// @param payloadNote what part of the upstream's document the hash is of, or why there is none
/// @param run the connector's run that read it
public record Provenance(
        @Nullable String url,
        @Nullable Instant retrievedAt,
        @Nullable String payloadSha256,
        @Nullable String payloadNote,
        @Nullable String connector,
        @Nullable String connectorVersion,
        @Nullable String run,
        @Nullable String licence) {
    public static final Provenance NONE =
            new Provenance(null, null, null, null, null, null, null, null);
}
