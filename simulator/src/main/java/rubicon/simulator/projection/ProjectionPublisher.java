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
import org.apache.kafka.common.errors.TimeoutException;
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
        List<Sending> sendings = begin(unsent);
        for (Sending it : sendings) {
            finish(it);
        }
        // Whom Kafka's absence kept from being tried, whoever looks next may try.
        unsent.stream().skip(sendings.size()).forEach(this::giveBack);
    }

    private record Sending(ProjectionEntity made, Future<RecordMetadata> record) {}

    /// All together, so that the wait for Kafka is one and shorter than the lease.
    private List<Sending> begin(List<ProjectionEntity> unsent) {
        List<Sending> sendings = new ArrayList<>();
        for (ProjectionEntity it : unsent) {
            var one = new Sending(it, producer.send(record(it)));
            sendings.add(one);
            if (one.record().isDone()
                    && one.record().state() == Future.State.FAILED
                    && one.record().exceptionNow() instanceof TimeoutException) {
                // While Kafka is away each would be waited for by itself.
                break;
            }
        }
        return sendings;
    }

    private void finish(Sending it) throws InterruptedException {
        ProjectionEntity made = it.made();
        try {
            it.record().get();
        } catch (ExecutionException e) {
            LOG.warnf(
                    "Projection not sent yet scenario=%s error=%s",
                    made.scenario, String.valueOf(e.getCause()));
            giveBack(made);
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> list.sent(made.id));
        LOG.infof("Projection sent scenario=%s indicator=%s", made.scenario, made.indicator);
    }

    private void giveBack(ProjectionEntity made) {
        Instant now = time.instant();
        QuarkusTransaction.requiringNew().run(() -> list.sendAt(made.id, now));
    }

    private ProducerRecord<byte[], byte[]> record(ProjectionEntity made) {
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
            return kafka;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
