package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source as `GET /sources` answers it.
///
/// @param every ISO 8601 duration between two readings
/// @param unchangedSince when what it says changed last
/// @param health in a word: how its last readings went
/// @param drift what changed too much: `FORM` or `ROWS`
public record SourcePayload(
        String id,
        @Nullable String connector,
        @Nullable String url,
        boolean enabled,
        @Nullable String every,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextDueAt,
        @Nullable Instant unchangedSince,
        @Nullable String health,
        @Nullable String drift,
        @Nullable RunPayload lastRun) {}
