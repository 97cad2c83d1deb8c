package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.model.wire.Topics;

/// The step of a restore that the operators' page tells for a Kafka that survived: with the
/// client's own settings and the rights of its manifest, against a broker that asks for both.
class KafkaClientIT {
    private static final Path CLIENT = Folders.MANIFESTS.resolve("kafka-client");
    private static final Instant BEFORE = Instant.parse("2026-11-20T07:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-20T08:30:00Z");
    private static final List<TopicPartition> PARTITIONS =
            Stream.of(Topics.OBSERVATIONS, Topics.EVAL_RUNS)
                    .map(it -> new TopicPartition(it, 0))
                    .toList();

    @TempDir private Path folder;
    private SecuredBroker broker;

    @BeforeEach
    void aHouseWhoseGroupHasReadAll() throws Exception {
        broker = SecuredBroker.start(folder, List.of("operator", "web-ui"));
        broker.allow(user(CLIENT.resolve("033-KafkaUser-operator.yaml")));
        broker.allow(user(Folders.MANIFESTS.resolve("base/033-KafkaUser-web-ui.yaml")));
        try (Admin admin = broker.admin();
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(
                                Map.of("bootstrap.servers", broker.openAddress()),
                                new StringSerializer(),
                                new StringSerializer())) {
            admin.createTopics(
                            PARTITIONS.stream()
                                    .map(it -> new NewTopic(it.topic(), 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
            for (TopicPartition partition : PARTITIONS) {
                for (Instant time : List.of(BEFORE, AFTER, AFTER)) {
                    producer.send(
                                    new ProducerRecord<>(
                                            partition.topic(), 0, time.toEpochMilli(), "k", "v"))
                            .get();
                }
            }
            admin.alterConsumerGroupOffsets(
                            Topics.INTAKE_GROUP,
                            PARTITIONS.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    it -> it, it -> new OffsetAndMetadata(3))))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void theOperatorSetsTheGroupBackAsThePageSays() throws Exception {
        Program.Run run = groups("operator", documented("backup.md"));

        assertThat(run.passed()).as(run.output()).isTrue();
        assertThat(offsets()).as(run.output()).isEqualTo(everywhere(1));
    }

    @Test
    void theOperatorLooksAtTheGroupAsThePageSays() throws Exception {
        Program.Run run = groups("operator", documented("kubernetes.md"));

        assertThat(run.output())
                .contains(Topics.INTAKE_GROUP, Topics.OBSERVATIONS, Topics.EVAL_RUNS);
    }

    @Test
    void theOperatorMayNotTouchTheGroupsOfOthers() throws Exception {
        List<String> other =
                documented("backup.md").stream()
                        .map(it -> it.equals(Topics.INTAKE_GROUP) ? "payments" : it)
                        .toList();

        assertThat(groups("operator", other).output())
                .contains("GroupAuthorizationException")
                .contains("'payments'");
    }

    @Test
    void whoLacksTheRightsSetsNothingBack() throws Exception {
        Program.Run run = groups("web-ui", documented("backup.md"));

        assertThat(run.output()).contains("AuthorizationException");
        assertThat(offsets()).isEqualTo(everywhere(3));
    }

    private Map<TopicPartition, Long> offsets() throws Exception {
        try (Admin admin = broker.admin()) {
            return admin
                    .listConsumerGroupOffsets(Topics.INTAKE_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
        }
    }

    private static Map<TopicPartition, Long> everywhere(long offset) {
        return PARTITIONS.stream().collect(Collectors.toMap(it -> it, _ -> offset));
    }

    /// What a page hands to `kafka-consumer-groups.sh`.
    private static List<String> documented(String page) throws IOException {
        Matcher command =
                Pattern.compile("\\./kafka-consumer-groups\\.sh((?:[^\\n]*\\\\\\n)*[^\\n]*)")
                        .matcher(Files.readString(Folders.DOCS.resolve(page)));
        assertThat(command.find()).as(page).isTrue();
        return List.of(command.group(1).replace("\\\n", " ").strip().split("\\s+", -1));
    }

    /// The command as the pod would run it, where only places are others.
    private Program.Run groups(String user, List<String> arguments) throws Exception {
        Path mounts = broker.mounted(user);
        Path settings = Files.createDirectories(mounts.resolve("kafka-client"));
        Files.writeString(
                settings.resolve("client.properties"),
                Files.readString(CLIENT.resolve("client.properties"))
                        .replace("/etc/rubicon", mounts.toString()));
        List<Object> command = new ArrayList<>();
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.apache.kafka.tools.consumer.group.ConsumerGroupCommand");
        arguments.stream()
                .map(it ->
                        it.replace("rubicon-kafka-bootstrap:9093", broker.securedAddress())
                                .replace("/etc/rubicon", mounts.toString()))
                .forEach(command::add);
        return new Program(Path.of(System.getProperty("java.home"), "bin", "java"))
                .run(folder, command.toArray());
    }

    private static JsonNode user(Path file) {
        return Manifests.read(file).objects().getFirst();
    }
}
