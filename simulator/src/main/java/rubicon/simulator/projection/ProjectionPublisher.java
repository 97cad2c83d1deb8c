package rubicon.simulator.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import rubicon.model.wire.Topics;

/// Sends projections to where all observations come from. One stays in the list until Kafka has it;
/// sent twice it is the same event.
@ApplicationScoped
class ProjectionPublisher {
    private static final Logger LOG = Logger.getLogger(ProjectionPublisher.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ProjectionRepository list;
    private final Projections projections;
    private final Producer<byte[], byte[]> producer;
    private final ObjectMapper json;
    private final InstantSource time;

    ProjectionPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProjectionRepository list,
            Projections projections,
            ObjectMapper json,
            InstantSource time) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.list = list;
        this.projections = projections;
        this.json = json;
        this.time = time;
    }

    @Scheduled(
            every = "${rubicon.calibration.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() throws InterruptedException {
        Instant now = time.instant();
        List<ProjectionEntity> unsent =
                QuarkusTransaction.requiringNew().call(() -> list.takeUnsent(now, now.plus(LEASE)));
        for (ProjectionEntity it : unsent) {
            try {
                send(it);
            } catch (KafkaException e) {
                LOG.warnf(
                        "Projection not sent yet scenario=%s error=%s",
                        it.scenario, e.getMessage());
                continue;
            }
            QuarkusTransaction.requiringNew().run(() -> list.sent(it.id));
            LOG.infof("Projection sent scenario=%s indicator=%s", it.scenario, it.indicator);
        }
    }

    private void send(ProjectionEntity made) throws InterruptedException {
        try {
            ProducerRecord<byte[], byte[]> kafka =
                    new ProducerRecord<>(
                            Topics.OBSERVATIONS,
                            made.indicator.getBytes(StandardCharsets.UTF_8),
                            json.writeValueAsBytes(
                                    ProjectionEvents.of(made, projections.readings(made), json)));
            kafka.headers()
                    .add(
                            "content-type",
                            "application/cloudevents+json; charset=UTF-8"
                                    .getBytes(StandardCharsets.UTF_8));
            producer.send(kafka).get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take it", e.getCause());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
