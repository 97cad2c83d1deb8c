package rubicon.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refused record as `GET /dead-letters/{id}` answers it: with all that was received.
///
/// @param became of what was sent again: `HANDLED`, `REFUSED`, or `PENDING` while nothing came of
///   it; null for what was not
public record OpenedLetterPayload(
        DeadLetterPayload letter,
        Instant stampedAt,
        @Nullable String eventSource,
        @Nullable String eventId,
        @Nullable BytesPayload key,
        @Nullable BytesPayload value,
        List<HeaderPayload> headers,
        @Nullable String became) {

    /// A header of the Kafka record.
    public record HeaderPayload(String name, @Nullable BytesPayload value) {}

    /// Bytes: as text where they are UTF-8, else as Base64.
    public record BytesPayload(@Nullable String text, @Nullable String base64) {}

    /// Whether it was sent again and nothing came of it yet.
    public boolean isPending() {
        return "PENDING".equals(became);
    }
}
