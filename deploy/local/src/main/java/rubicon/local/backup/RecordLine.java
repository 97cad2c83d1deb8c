package rubicon.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A Kafka record as a line of JSON; bytes are in Base64.
///
/// @param offset where it stood; in another Kafka it gets another
@JsonIgnoreProperties(ignoreUnknown = true)
record RecordLine(
        int partition,
        long offset,
        long timestamp,
        @Nullable String key,
        @Nullable String value,
        List<HeaderLine> headers) {

    RecordLine {
        headers = List.copyOf(headers);
    }

    /// A header of a record.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HeaderLine(String name, @Nullable String value) {}

    static RecordLine of(ConsumerRecord<byte[], byte[]> kafka) {
        List<HeaderLine> headers = new ArrayList<>();
        for (Header header : kafka.headers()) {
            headers.add(new HeaderLine(header.key(), text(header.value())));
        }
        return new RecordLine(
                kafka.partition(),
                kafka.offset(),
                kafka.timestamp(),
                text(kafka.key()),
                text(kafka.value()),
                headers);
    }

    ProducerRecord<byte[], byte[]> toRecord(String topic) {
        ProducerRecord<byte[], byte[]> kafka =
                new ProducerRecord<>(
                        topic, partition, Math.max(0, timestamp), bytes(key), bytes(value));
        headers.forEach(it -> kafka.headers().add(it.name(), bytes(it.value())));
        return kafka;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null
                ? null
                : Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    }
}
