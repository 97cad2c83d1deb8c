package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import rubicon.model.wire.Topics;

/// The states of indicators as the house tells them, with the moment at which it did. They are read
/// when a load is over, so that the reading costs the house nothing.
final class ToldStates implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;

    ToldStates(String kafka) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new StringDeserializer(),
                        new StringDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.INDICATORS).stream()
                        .map(it -> new TopicPartition(Topics.INDICATORS, it.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Positions are looked up when they are asked for; only from then on is "now" fixed.
        partitions.forEach(consumer::position);
    }

    /// What was told of an indicator last.
    private record Told(double best, long standing, Instant at) {
        static Told of(ConsumerRecord<String, String> record) {
            JsonNode state;
            try {
                state = JSON.readTree(record.value());
            } catch (IOException e) {
                throw new UncheckedIOException(record.topic() + " holds what is no JSON", e);
            }
            JsonNode frontier = state.path("frontier");
            return new Told(
                    frontier.path(frontier.size() - 1).path("value").asDouble(),
                    state.path("counts").path("standing").asLong(),
                    Instant.ofEpochMilli(record.timestamp()));
        }

        boolean isRight(Load load, int indicator) {
            return best == load.best(indicator) && standing == load.observations(indicator);
        }
    }

    /// Waits until the last state of each of the load's indicators is right.
    ///
    /// @return when the last of them was told
    /// @throws IllegalStateException if one is still wrong after a long time
    Instant untilRight(Load load) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < load.indicators(); i++) {
            numbers.put(load.id(i), i);
        }
        Map<String, Told> right = new HashMap<>();
        long begun = System.nanoTime();
        while (right.size() < numbers.size()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "only %d of %d states are right".formatted(right.size(), numbers.size()));
            }
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                Integer number = numbers.get(record.key());
                if (number != null) {
                    Told told = Told.of(record);
                    if (told.isRight(load, number)) {
                        right.putIfAbsent(record.key(), told);
                    } else {
                        right.remove(record.key());
                    }
                }
            }
        }
        return right.values().stream().map(Told::at).max(Instant::compareTo).orElse(Instant.MIN);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
