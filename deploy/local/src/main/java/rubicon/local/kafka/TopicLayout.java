package rubicon.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import rubicon.model.wire.Topics;

/// The topics of the house, as the contract in `rubicon.model.wire` fixes them.
final class TopicLayout {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TopicLayout() {}

    /// Makes the topics that do not exist yet, and lets those of an older house take messages as
    /// large as today's.
    static void prepare(String bootstrapServers)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> known = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing =
                    Topics.all().stream()
                            .filter(topic -> !known.contains(topic))
                            .map(TopicLayout::topic)
                            .toList();
            admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            enlarge(admin, Topics.all().stream().filter(known::contains).toList());
        }
    }

    private static void enlarge(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ConfigResource> resources = topics.stream().map(TopicLayout::resource).toList();
        Map<ConfigResource, Config> settings =
                admin.describeConfigs(resources).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        settings.forEach((topic, config) -> {
            int largest = Topics.largestMessage(topic.name());
            String today = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
            if (Integer.parseInt(today) < largest) {
                var entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "" + largest);
                changes.put(topic, List.of(new AlterConfigOp(entry, OpType.SET)));
            }
        });
        admin.incrementalAlterConfigs(changes).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    static NewTopic topic(String name) {
        return new NewTopic(name, Topics.PARTITIONS, (short) 1).configs(configuration(name));
    }

    private static Map<String, String> configuration(String name) {
        // A dead letter is what came in and why it was refused: more than what came in.
        String largest = "" + Topics.largestMessage(name);
        if (Topics.isCompacted(name)) {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    largest);
        }
        Duration kept = Duration.ofDays(Topics.retentionDays(name));
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                largest,
                TopicConfig.RETENTION_MS_CONFIG,
                "" + kept.toMillis());
    }
}
