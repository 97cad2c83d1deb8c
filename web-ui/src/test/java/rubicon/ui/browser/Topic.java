package rubicon.ui.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import rubicon.local.testing.TestHouse;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;

/// Puts states and alerts on the topics as the ingest service does. Versions rise through all tests
/// of a JVM, since the topics outlive each of them.
final class Topic {
    private static final AtomicLong VERSION = new AtomicLong(100);
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private Topic() {}

    static long nextVersion() {
        return VERSION.incrementAndGet();
    }

    static void publish(IndicatorStatePayload state) {
        send(Topics.INDICATORS, state.indicator(), state);
    }

    static void publish(AlertPayload alert) {
        send(Topics.ALERTS, alert.id(), alert);
    }

    private static void send(String topic, String key, Object payload) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", TestHouse.shared().bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, JSON.writeValueAsString(payload))).get();
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException("could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }
}
