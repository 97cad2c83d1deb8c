package rubicon.ingest.imports;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import rubicon.model.wire.Topics;

/// How far the intake has come, over all replicas: it commits offsets after the transaction that
/// holds what their records did.
@ApplicationScoped
class IntakeProgress {
    private static final long LIMIT_SECONDS = 10;

    private final Map<String, Object> kafka;
    private final ImportConfig config;

    IntakeProgress(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ImportConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// Id of the Kafka that is there.
    ///
    /// @throws KafkaException if it does not say
    String cluster() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            return admin.describeCluster().clusterId().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say which it is", e);
        }
    }

    /// Waits until all that lies before these offsets is handled.
    ///
    /// @param offsets by partition, such as `rubicon.observations-3`
    /// @throws KafkaException if Kafka does not say, or the intake does not move any more
    void await(Map<String, Long> offsets) throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            long left = Long.MAX_VALUE;
            long movedAt = System.nanoTime();
            for (long now = left(admin, offsets); now > 0; now = left(admin, offsets)) {
                if (now < left) {
                    left = now;
                    movedAt = System.nanoTime();
                } else if (System.nanoTime() - movedAt > config.patience().toNanos()) {
                    throw new KafkaException(
                            "%d records wait for an intake that has not moved for %s"
                                    .formatted(left, config.patience()));
                }
                Thread.sleep(100);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say how far the intake is", e);
        }
    }

    /// How many records before these offsets are not handled yet.
    private static long left(Admin admin, Map<String, Long> offsets)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Long> committed =
                admin
                        .listConsumerGroupOffsets(Topics.INTAKE_GROUP)
                        .partitionsToOffsetAndMetadata()
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                        .entrySet()
                        .stream()
                        .filter(it -> it.getValue() != null)
                        .collect(
                                Collectors.toMap(
                                        it -> it.getKey().toString(), it -> offset(it.getValue())));
        return offsets.entrySet().stream()
                .mapToLong(
                        it -> Math.max(0, it.getValue() - committed.getOrDefault(it.getKey(), 0L)))
                .sum();
    }

    private static long offset(OffsetAndMetadata it) {
        return it.offset();
    }
}
