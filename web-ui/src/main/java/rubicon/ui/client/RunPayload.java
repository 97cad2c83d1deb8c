package rubicon.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reading of a source: what it brought.
///
/// @param evalRuns how many of those that were read are eval runs
/// @param unread names of columns and fields that were there and are not read
/// @param passedOver sentences on what vanished or was met and is no row
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
        int evalRuns,
        @Nullable List<String> unread,
        @Nullable List<String> passedOver,
        boolean notModified,
        @Nullable String error) {}
