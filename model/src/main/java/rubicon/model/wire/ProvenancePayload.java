package rubicon.model.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a value was read, as it travels.
public record ProvenancePayload(
        @Nullable String url,
        @Nullable Instant retrievedAt,
        @Nullable String payloadSha256,
        @Nullable String connector,
        @Nullable String connectorVersion,
        @Nullable String run,
        @Nullable String licence) {}
