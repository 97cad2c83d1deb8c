package rubicon.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record as it was received.
///
/// @param stampedAt the record's own time on Kafka; the same on every delivery
@SuppressWarnings("ArrayRecordComponent") // bytes as received, compared by nobody
public record Received(
        String topic,
        int partition,
        long offset,
        Instant stampedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<NamedBytes> headers) {

    /// A Kafka header.
    public record NamedBytes(String name, byte @Nullable [] value) {}

    static Received of(ConsumerRecord<byte[], byte[]> kafka) {
        List<NamedBytes> headers = new ArrayList<>();
        for (Header header : kafka.headers()) {
            headers.add(new NamedBytes(header.key(), header.value()));
        }
        return new Received(
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                Instant.ofEpochMilli(Math.max(0, kafka.timestamp())),
                kafka.key(),
                kafka.value(),
                headers);
    }

    /// The text of a header; null without it.
    @Nullable String header(String name) {
        for (NamedBytes header : headers) {
            byte[] bytes = header.value();
            if (bytes != null && header.name().equals(name)) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /// The context that its sender wrote with it, as Kafka's clients do or as an extension of
    /// CloudEvents in binary mode; null without it.
    @Nullable String traceHeader(String name) {
        String plain = header(name);
        return plain == null ? header("ce_" + name) : plain;
    }

    /// Where it was received: names it among all records.
    public String address() {
        return "%s-%d-%d".formatted(topic, partition, offset);
    }
}
