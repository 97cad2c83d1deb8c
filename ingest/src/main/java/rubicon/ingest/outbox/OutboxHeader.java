package rubicon.ingest.outbox;

import org.jspecify.annotations.Nullable;

/// A Kafka header; its bytes travel as Base64 in the row.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, compared by nobody
public record OutboxHeader(String name, byte @Nullable [] value) {}
