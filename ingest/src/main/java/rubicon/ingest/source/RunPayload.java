package rubicon.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as REST answers it; `read = new + revised + unchanged + refused` once it is finished.
///
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
                it.notModified,
                it.error);
    }
}
