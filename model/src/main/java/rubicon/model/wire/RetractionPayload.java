package rubicon.model.wire;

import org.jspecify.annotations.Nullable;

/// The `data` of `rubicon.observation.retracted.v1`.
public record RetractionPayload(
        @Nullable String source,
        @Nullable String indicator,
        @Nullable String externalId,
        @Nullable String reason,
        @Nullable String text) {}
