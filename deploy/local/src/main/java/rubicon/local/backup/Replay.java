package rubicon.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import rubicon.local.backup.Manifest.TopicPart;

/// Sends the records of a backup again: to their partition, in their order, with their own time.
final class Replay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64 << 20;

    private Replay() {}

    /// @throws BackupFailed if Kafka does not take them all
    static void send(BackupReader backup, String bootstrapServers) throws IOException {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Topics limit what their producers had compressed.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (TopicPart topic : backup.manifest().topics()) {
                send(backup, topic, producer);
            }
        }
    }

    private static void send(
            BackupReader backup, TopicPart topic, KafkaProducer<byte[], byte[]> producer)
            throws IOException {
        AtomicLong taken = new AtomicLong();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(backup.open(topic.file()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var _ =
                        producer.send(
                                JSON.readValue(line, RecordLine.class).toRecord(topic.topic()),
                                (_, refused) -> {
                                    if (refused == null) {
                                        taken.incrementAndGet();
                                    } else {
                                        failure.compareAndSet(null, refused);
                                    }
                                });
            }
        }
        producer.flush();
        if (taken.get() != topic.records()) {
            throw new BackupFailed(
                    "Kafka took %d of the %d records of %s."
                            .formatted(taken.get(), topic.records(), topic.topic()),
                    failure.get());
        }
    }
}
