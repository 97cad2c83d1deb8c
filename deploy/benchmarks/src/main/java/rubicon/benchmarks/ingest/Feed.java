package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Topics;

/// Sends records as fast as they go, and waits until somebody has taken them all in.
final class Feed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOKS_UNTIL_ASKED = 20;

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    Feed(String kafka) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                (int) PATIENCE.toMillis(),
                                ProducerConfig.LINGER_MS_CONFIG,
                                5,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                131_072),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /// Somebody who takes records in.
    interface Taker {
        String topic();

        /// The consumer group that commits what is safely in the database.
        String group();

        /// Makes sure that it has not given up.
        ///
        /// @throws IllegalStateException if it has
        void requireAlive();
    }

    /// Makes a topic like those of the house.
    void makeTopic(String name) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(name, Topics.PARTITIONS, (short) 1))).all().get();
    }

    /// Sends to somebody who waits for it already.
    ///
    /// @return from the first record until all are taken in
    /// @throws IllegalStateException if they give up or need too long
    Duration send(Taker taker, Prepared messages)
            throws IOException, ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        produce(taker.topic(), messages);
        GroupLag lag = new GroupLag(admin, taker.group(), taker.topic());
        for (int looks = 1; lag.records() > 0; looks++) {
            if (looks % LOOKS_UNTIL_ASKED == 0) {
                taker.requireAlive();
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("not all is in within " + PATIENCE);
            }
            Thread.sleep(LOOK);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void produce(String topic, Prepared messages) throws IOException {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        messages.forEach((key, value) -> {
            if (failure.get() == null) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(topic, key, value),
                                (_, failed) -> {
                                    if (failed != null) {
                                        failure.compareAndSet(null, failed);
                                    }
                                });
            }
        });
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka does not take the records", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
