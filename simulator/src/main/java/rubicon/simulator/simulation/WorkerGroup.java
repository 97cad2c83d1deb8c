package rubicon.simulator.simulation;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import rubicon.model.wire.Topics;

/// The workers of all replicas, which share the chunks of runs.
@ApplicationScoped
class WorkerGroup {
    private static final Logger LOG = Logger.getLogger(WorkerGroup.class);
    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, Object> kafka;
    private final SimulationConfig config;

    WorkerGroup(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            SimulationConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// How many compute side by side now; if Kafka does not tell, how many there may be at most.
    int size() {
        try (Admin admin = Admin.create(kafka)) {
            int members =
                    Objects.requireNonNull(
                                    admin.describeConsumerGroups(List.of(Topics.SIMULATION_GROUP))
                                            .describedGroups()
                                            .get(Topics.SIMULATION_GROUP))
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .members()
                            .size();
            return Math.min(Math.max(members, config.workers()), Topics.PARTITIONS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debugf("Workers not counted error=%s", e.getMessage());
            return Topics.PARTITIONS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Topics.PARTITIONS;
        }
    }
}
