package rubicon.ingest.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Fills topics of states that are empty although there are states: the ledger was restored, or
/// Kafka was lost, and whoever shows states reads them from there.
@ApplicationScoped
class StateTopics {
    private static final Logger LOG = Logger.getLogger(StateTopics.class);
    private static final long LIMIT_SECONDS = 5;

    private final Instance<StateTopic> topics;
    private final Map<String, Object> kafka;

    StateTopics(
            @Any Instance<StateTopic> topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topics = topics;
        this.kafka = kafka;
    }

    /// Looks at each topic, and lets all states be told where it is empty. To be called before
    /// anything is sent there.
    ///
    /// @throws KafkaException if Kafka does not say what it has
    void fillEmpty() throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            for (StateTopic topic : topics) {
                if (isEmpty(admin, topic.topic())) {
                    int told = QuarkusTransaction.requiringNew().call(topic::tellAll);
                    LOG.infof("Topic was empty, %d states go there topic=%s", told, topic.topic());
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say what its topics hold", e);
        }
    }

    private static boolean isEmpty(Admin admin, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        Collection<TopicPartition> partitions =
                admin
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                        .values()
                        .stream()
                        .flatMap(it -> it.partitions().stream())
                        .map(it -> new TopicPartition(topic, it.partition()))
                        .toList();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(
                                partitions.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        it -> it, _ -> OffsetSpec.latest())))
                        .all()
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return ends.values().stream().allMatch(it -> it.offset() == 0);
    }
}
