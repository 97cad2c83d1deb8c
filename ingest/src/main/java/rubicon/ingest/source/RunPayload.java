package rubicon.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as REST answers it; `read = new + revised + unchanged + refused` once it is finished.
///
/// @param observations how many of those that were read are observations
/// @param evalRuns how many of those that were read are eval runs
/// @param unread columns and fields that were there and that the connector does not ask for: the
///   upstream may have added them
/// @param passedOver what was met and is no row, in sentences
/// @param finishedAt null while something that it published is not handled yet
public record RunPayload(
        String run,
        String source,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int read,
        @JsonProperty("new") int fresh,
        int revised,
        int unchanged,
        int retracted,
        int refused,
        int observations,
        int evalRuns,
        List<String> unread,
        List<String> passedOver,
        boolean notModified,
        @Nullable String error) {

    static RunPayload of(SourceRunEntity it) {
        return new RunPayload(
                it.id.toString(),
                it.source,
                it.startedAt,
                it.finishedAt,
                it.read,
                it.fresh,
                it.revised,
                it.unchanged,
                it.retracted,
                it.refused,
                it.observations,
                it.evalRuns,
                it.unread,
                it.passedOver,
                it.notModified,
                it.error);
    }
}
