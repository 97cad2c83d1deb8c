package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One reading of a source: what it brought.
public record RunPayload(
        @Nullable String run,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int read,
        @com.fasterxml.jackson.annotation.JsonProperty("new") int added,
        int revised,
        int unchanged,
        int retracted,
        int refused,
        boolean notModified,
        @Nullable String error) {}
