package rubicon.ingest.outbox;

import org.jspecify.annotations.Nullable;

/// A Kafka header as it is kept in a row: its bytes as Base64, its name without U+0000, which
/// PostgreSQL keeps no text with.
///
/// @param name with `%` and U+0000 written as `%25` and `%00`
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, compared by nobody
public record OutboxHeader(String name, byte @Nullable [] value) {

    /// A header of that name.
    public static OutboxHeader of(String name, byte @Nullable [] value) {
        return new OutboxHeader(name.replace("%", "%25").replace("\0", "%00"), value);
    }

    /// The name as Kafka has it.
    public String kafkaName() {
        return name.replace("%00", "\0").replace("%25", "%");
    }
}
