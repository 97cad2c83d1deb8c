package rubicon.ingest.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.DeadLetterService.DeadLetter;

/// A dead letter as it was received, and what became of it since.
///
/// @param stampedAt the Kafka record's own time, which a replay keeps
/// @param eventSource who sent the event, as far as it could be read
/// @param became of what was sent again: `HANDLED`, `REFUSED`, or `PENDING` while nothing came of
///   it; null for what was not
public record OpenedLetter(
        DeadLetter letter,
        Instant stampedAt,
        @Nullable String eventSource,
        @Nullable String eventId,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers,
        @Nullable Became became) {

    /// What became of a record that was sent again.
    public enum Became {
        HANDLED,
        REFUSED,
        PENDING
    }

    /// A header of the Kafka record.
    public record Header(String name, @Nullable Bytes value) {}

    /// Bytes on their way to a reader: as text where they are UTF-8, else as Base64.
    public record Bytes(@Nullable String text, @Nullable String base64) {
        static @Nullable Bytes of(byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            try {
                String text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
                return new Bytes(text, null);
            } catch (CharacterCodingException e) {
                return new Bytes(null, Base64.getEncoder().encodeToString(bytes));
            }
        }
    }

    static OpenedLetter of(DeadLetterEntity row, @Nullable Became became) {
        return new OpenedLetter(
                DeadLetter.of(row),
                row.stampedAt,
                row.eventSource,
                row.eventId,
                Bytes.of(row.key),
                Bytes.of(row.value),
                row.headers.stream()
                        .map(it -> new Header(it.kafkaName(), Bytes.of(it.value())))
                        .toList(),
                became);
    }
}
