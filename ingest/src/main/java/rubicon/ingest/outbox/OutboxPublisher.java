package rubicon.ingest.outbox;

import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;

/// Sends the outbox to Kafka, one publisher in the whole house at a time and in sequence. A row is
/// deleted after Kafka has acknowledged it, so it is sent at least once.
@ApplicationScoped
public class OutboxPublisher {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final int BATCH = 500;
    private static final long IDLE_MILLIS = 500; // rows of a replica that died wait no longer

    private final OutboxRepository rows;
    private final StateTopics states;
    private final Producer<byte[], byte[]> producer;
    private final Tracing tracing;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    OutboxPublisher(
            OutboxRepository rows,
            StateTopics states,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Tracing tracing) {
        this.rows = rows;
        this.states = states;
        this.tracing = tracing;
        this.producer =
                new KafkaProducer<>(
                        ProducerSettings.reliable(kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    void onStart(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        work.release();
        Thread sender = thread;
        if (sender != null) {
            sender.join(10_000);
        }
        producer.close(Duration.ofSeconds(5));
    }

    /// Says that a transaction has committed rows.
    public void wake() {
        work.release();
    }

    /// Whether the thread that sends is still there; a broker that is away never ends it.
    boolean isAlive() {
        Thread sender = thread;
        return sender == null || sender.isAlive();
    }

    private void run() {
        boolean filled = false;
        while (running) {
            try {
                work.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
                if (!filled) {
                    states.fillEmpty();
                    filled = true;
                }
                while (QuarkusTransaction.requiringNew().call(this::publishSome)) {
                    // more rows wait
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Outbox could not be sent, trying again error=%s", e.getMessage());
                LOG.debug("Outbox failure", e);
            }
        }
    }

    /// @return whether there may be more
    private boolean publishSome() throws InterruptedException {
        if (!rows.tryLock()) {
            return false;
        }
        List<OutboxEntity> batch = rows.oldest(BATCH);
        List<SpanContext> origins = tracing.origins(batch, it -> it::header);
        if (origins.isEmpty()) {
            return publish(batch) == BATCH;
        }
        Set<String> topics = batch.stream().map(it -> it.topic).collect(Collectors.toSet());
        try (Work work = tracing.sending(topics, origins, batch.size())) {
            int done = publish(batch);
            if (done == batch.size()) {
                work.succeed();
            }
            return done == BATCH;
        }
    }

    /// @return how many Kafka has got
    private int publish(List<OutboxEntity> batch) throws InterruptedException {
        List<Future<RecordMetadata>> sent = batch.stream().map(this::send).toList();
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < batch.size() && isDone(batch.get(i), sent.get(i)); i++) {
            done.add(batch.get(i).id);
        }
        if (!done.isEmpty()) {
            rows.deleteAll(done);
        }
        return done.size();
    }

    private Future<RecordMetadata> send(OutboxEntity row) {
        try {
            return producer.send(toRecord(row));
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// Whether a row needs to be sent no more. What Kafka will never take does not hold up what
    /// comes after it: it is told of, and stays where it came from, in this service's own tables.
    private static boolean isDone(OutboxEntity row, Future<RecordMetadata> acknowledgement)
            throws InterruptedException {
        try {
            acknowledgement.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                LOG.errorf(
                        tooLarge,
                        "Message is too large for Kafka and was left out topic=%s size=%d",
                        row.topic,
                        row.value == null ? 0 : row.value.length);
                return true;
            }
            LOG.warnf("Outbox could not be sent, trying again error=%s", e.getMessage());
            LOG.debug("Outbox failure", e);
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> toRecord(OutboxEntity row) {
        ProducerRecord<byte[], byte[]> kafka = new ProducerRecord<>(row.topic, row.key, row.value);
        for (OutboxHeader header : row.headers) {
            kafka.headers().add(header.kafkaName(), header.value());
        }
        return kafka;
    }
}
