package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refused record as `GET /dead-letters` answers it, as far as the list shows it.
public record DeadLetterPayload(
        String id,
        String topic,
        int partition,
        long offset,
        String field,
        String reason,
        Instant receivedAt,
        @Nullable Instant replayedAt,
        @Nullable String replayedBy) {}
