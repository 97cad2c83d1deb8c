package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.model.wire.Topics;

/// What ingest and simulator may do with Kafka, with the settings and the rights of its manifests,
/// against a broker that asks for certificates and rights.
class KafkaUserIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private SecuredBroker broker;

    @BeforeEach
    void aHouseWithTheTopics() throws Exception {
        broker = SecuredBroker.start(folder, List.of("ingest", "simulator"));
        for (String user : List.of("ingest", "simulator")) {
            Path file = Folders.MANIFESTS.resolve("base/033-KafkaUser-%s.yaml".formatted(user));
            broker.allow(Manifests.read(file).objects().getFirst());
        }
        try (Admin admin = broker.admin()) {
            admin.createTopics(
                            Topics.all().stream()
                                    .map(it -> new NewTopic(it, 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void theSimulatorHandsOutPartsAndTakesThemAndLikewiseResults() throws Exception {
        Client simulator = client("simulator");
        simulator.send(Topics.SIMULATION_CHUNKS, "part");
        simulator.send(Topics.SIMULATION_RESULTS, "result");

        assertThat(simulator.take(Topics.SIMULATION_GROUP, Topics.SIMULATION_CHUNKS))
                .containsExactly("part");
        assertThat(simulator.take(Topics.SIMULATION_RESULTS_GROUP, Topics.SIMULATION_RESULTS))
                .containsExactly("result");
    }

    @Test
    void theSimulatorHearsOfStatesAndSaysWhatScenariosSay() throws Exception {
        client("ingest").send(Topics.INDICATORS, "state");
        Client simulator = client("simulator");
        simulator.send(Topics.OBSERVATIONS, "said");

        assertThat(simulator.take(Topics.CALIBRATION_GROUP, Topics.INDICATORS))
                .containsExactly("state");
    }

    @Test
    void theSimulatorMakesNoStatesAndTakesNoObservationsAway() throws Exception {
        Client simulator = client("simulator");

        assertThatThrownBy(() -> simulator.send(Topics.INDICATORS, "forged"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> simulator.take(Topics.SIMULATION_GROUP, Topics.OBSERVATIONS))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> simulator.take(Topics.INTAKE_GROUP, Topics.SIMULATION_CHUNKS))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void ingestTakesWhatComesInAndTellsWhatBecameOfIt() throws Exception {
        Client ingest = client("ingest");
        for (String topic :
                List.of(
                        Topics.OBSERVATIONS,
                        Topics.EVAL_RUNS,
                        Topics.OBSERVATIONS_DEAD_LETTER,
                        Topics.INDICATORS,
                        Topics.ALERTS)) {
            ingest.send(topic, topic);
        }

        assertThat(ingest.take(Topics.INTAKE_GROUP, Topics.OBSERVATIONS))
                .containsExactly(Topics.OBSERVATIONS);
        assertThat(ingest.take(Topics.INTAKE_GROUP, Topics.EVAL_RUNS))
                .containsExactly(Topics.EVAL_RUNS);
        assertThat(ingest.end(Topics.INDICATORS)).isEqualTo(1);
        assertThat(ingest.end(Topics.ALERTS)).isEqualTo(1);
    }

    @Test
    void ingestHasNoPartInSimulations() throws Exception {
        Client ingest = client("ingest");

        assertThatThrownBy(() -> ingest.send(Topics.SIMULATION_CHUNKS, "part"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> ingest.take(Topics.INTAKE_GROUP, Topics.SIMULATION_RESULTS))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    private Client client(String user) throws IOException {
        return new Client(settings(broker.mounted(user)));
    }

    /// A service's way to Kafka.
    private record Client(Map<String, Object> settings) {
        void send(String topic, String value) throws Exception {
            try (var producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic, "key", value)).get();
            }
        }

        List<String> take(String group, String topic) {
            Map<String, Object> own = new HashMap<>(settings);
            own.put("group.id", group);
            own.put("auto.offset.reset", "earliest");
            try (var consumer =
                    new KafkaConsumer<>(own, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic));
                List<String> values = new ArrayList<>();
                consumer.poll(SOON).forEach(it -> values.add(it.value()));
                consumer.commitSync();
                return values;
            }
        }

        /// Where the one partition of a topic ends.
        long end(String topic) throws Exception {
            TopicPartition partition = new TopicPartition(topic, 0);
            try (Admin admin = Admin.create(settings)) {
                return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset();
            }
        }
    }

    /// As the ConfigMap has them for a service's environment, where only places are others.
    private Map<String, Object> settings(Path mounts) throws IOException {
        Map<String, Object> found = new HashMap<>();
        try (Stream<String> lines =
                Files.lines(Folders.MANIFESTS.resolve("base/config/kafka.env"))) {
            lines.filter(it -> it.startsWith("KAFKA_"))
                    .map(it -> it.split("=", 2))
                    .forEach(it ->
                            found.put(
                                    it[0].substring("KAFKA_".length())
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '.'),
                                    it[1].replace("/etc/rubicon", mounts.toString())));
        }
        found.put("bootstrap.servers", broker.securedAddress());
        found.put(
                "ssl.keystore.password",
                Files.readString(mounts.resolve("kafka-user/user.password")));
        return found;
    }
}
