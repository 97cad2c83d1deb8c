package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rubicon.ingest.outbox.ProducerSettings;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.EventType;

/// Publishes CloudEvents, each to the topic of its type: the one way in, also for what this service
/// reads itself.
@ApplicationScoped
public class EventPublisher {
    private final Producer<byte[], byte[]> producer;
    private final ObjectMapper json;
    private final Tracing tracing;

    EventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectMapper json,
            Tracing tracing) {
        this.producer =
                new KafkaProducer<>(
                        ProducerSettings.reliable(kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.json = json;
        this.tracing = tracing;
    }

    /// An event on its way to the topic.
    ///
    /// @param recordKey of the Kafka record: the indicator that it touches, else the id of the
    ///   entry or run
    /// @param data a payload record
    public record Outgoing(
            EventKey key, EventType type, Instant time, String recordKey, Object data) {}

    /// Sends events and waits until Kafka has them all.
    ///
    /// @return by partition, the offset after the last event that went there
    /// @throws KafkaException if it does not take them; some may have been taken
    public Map<TopicPartition, Long> publish(List<Outgoing> events) throws InterruptedException {
        Set<String> topics =
                events.stream().map(it -> it.type().topic()).collect(Collectors.toSet());
        try (Work work = tracing.sending(topics, List.of(), events.size())) {
            Map<TopicPartition, Long> offsets = send(events);
            work.succeed();
            return offsets;
        }
    }

    private Map<TopicPartition, Long> send(List<Outgoing> events) throws InterruptedException {
        Map<String, String> trace = tracing.headers();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Outgoing event : events) {
            sent.add(producer.send(toRecord(event, trace)));
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Future<RecordMetadata> acknowledgement : sent) {
            try {
                RecordMetadata it = acknowledgement.get();
                offsets.merge(
                        new TopicPartition(it.topic(), it.partition()), it.offset() + 1, Math::max);
            } catch (ExecutionException e) {
                throw new KafkaException("Kafka did not take the event", e.getCause());
            }
        }
        return offsets;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private ProducerRecord<byte[], byte[]> toRecord(Outgoing event, Map<String, String> trace) {
        ObjectNode envelope = json.createObjectNode();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.key().id());
        envelope.put("source", event.key().source());
        envelope.put("type", event.type().type());
        envelope.put("time", event.time().toString());
        envelope.put("datacontenttype", "application/json");
        envelope.set("data", json.valueToTree(event.data()));
        try {
            ProducerRecord<byte[], byte[]> kafka =
                    new ProducerRecord<>(
                            event.type().topic(),
                            event.recordKey().getBytes(StandardCharsets.UTF_8),
                            json.writeValueAsBytes(envelope));
            kafka.headers()
                    .add(
                            "content-type",
                            "application/cloudevents+json; charset=UTF-8"
                                    .getBytes(StandardCharsets.UTF_8));
            trace.forEach((name, value) ->
                    kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return kafka;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }
}
