package rubicon.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rubicon.model.wire.Topics;

/// What ingest would write to the house's topics, and what it would read there.
public final class HouseTopics {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> kafka;

    /// @param kafka settings of its clients
    public HouseTopics(Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
    }

    /// Tells that there is a new state of an indicator, whose numbers [IngestDouble] holds.
    public void release(String indicator, long version)
            throws InterruptedException, ExecutionException {
        try (var producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.INDICATORS,
                                    indicator.getBytes(StandardCharsets.UTF_8),
                                    States.of(indicator, version, 1, "2026-01-01")
                                            .getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    /// The events that tell of an indicator, in their order.
    public List<JsonNode> observations(String indicator) throws IOException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        List<JsonNode> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.OBSERVATIONS).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (ConsumerRecord<byte[], byte[]> it : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode event = JSON.readTree(it.value());
                    if (event.path("data").path("indicator").asText().equals(indicator)) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }
}
