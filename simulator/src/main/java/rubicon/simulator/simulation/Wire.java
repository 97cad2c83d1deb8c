package rubicon.simulator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rubicon.model.wire.Topics;

/// Sends and reads what travels between replicas.
@ApplicationScoped
class Wire {
    private final Producer<byte[], byte[]> producer;
    private final ObjectMapper json;

    Wire(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_SIMULATION_RESULT);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.json = json;
    }

    /// Hands chunks out and waits until Kafka has them.
    ///
    /// @throws KafkaException if it does not take them; some may have been taken
    void handOut(List<Chunk> chunks) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Future<RecordMetadata> one = send(Topics.SIMULATION_CHUNKS, chunk.key(), chunk);
            if (one.isDone()) {
                // While Kafka is away each would be waited for by itself.
                await(one);
            }
            sent.add(one);
        }
        for (Future<RecordMetadata> it : sent) {
            await(it);
        }
    }

    /// Sends what a chunk gave and waits until Kafka has it.
    ///
    /// @throws RecordTooLargeException if it never will
    /// @throws KafkaException if it does not take it now
    void sendBack(Part part) throws InterruptedException {
        await(send(Topics.SIMULATION_RESULTS, part.run().toString(), part));
    }

    /// A chunk or part as it was sent.
    ///
    /// @throws IllegalArgumentException if it is none
    <T> T read(byte[] value, Class<T> type) {
        try {
            T read = json.readValue(value, type);
            if (read == null) {
                throw new IllegalArgumentException("nothing");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName(), e);
        }
    }

    /// A value as it is kept.
    byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<RecordMetadata> send(String topic, String key, Object value) {
        return producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes(value)));
    }

    private static void await(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new KafkaException("Kafka did not take it", e.getCause());
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
