package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source as `GET /sources` answers it.
///
/// @param every ISO 8601 duration between two readings
/// @param health in a word: how its last readings went
public record SourcePayload(
        String id,
        @Nullable String connector,
        @Nullable String url,
        boolean enabled,
        @Nullable String every,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextDueAt,
        @Nullable String health,
        @Nullable RunPayload lastRun) {}
