package rubicon.benchmarks.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Notes when which value of an indicator comes by on a topic, from now on.
final class TopicWatch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sightings sightings = new Sightings();
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    TopicWatch(String kafka, String topic) {
        this.topic = topic;
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(it -> new TopicPartition(topic, it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Positions are looked up when they are asked for; only from then on is "now" fixed.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("watch-" + topic).daemon().start(this::run);
    }

    /// What came by so far.
    Sightings sightings() {
        return sightings;
    }

    private void run() {
        while (running) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                note(record.value(), Sender.millis(Instant.now()));
            }
        }
    }

    private void note(byte[] value, double at) {
        try {
            JsonNode json = JSON.readTree(value);
            JsonNode data = json.has("data") ? json.path("data") : json;
            sightings.add(data.path("indicator").asText(), data.path("value").asDouble(), at);
        } catch (IOException e) {
            throw new UncheckedIOException(topic + " holds what is no JSON", e);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
            consumer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
