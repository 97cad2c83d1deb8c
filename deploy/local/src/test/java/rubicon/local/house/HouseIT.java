package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.postgres.LocalPostgres;
import rubicon.model.wire.Topics;

/// The launcher with real PostgreSQL and Kafka, and services that only say that they are ready.
class HouseIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int KILLED_BY_INTERRUPT = 130;
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVAL_RUNS, 0);

    @TempDir private Path folder;
    private DummyProject project;
    private TestLauncher house;

    @BeforeEach
    void prepare() throws Exception {
        project = DummyProject.createIn(folder.resolve("project"));
        house = new TestLauncher(project.root(), folder.resolve("data"));
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        house.close();
    }

    @Test
    void tellsItsStateConfiguresItsServicesAndRefusesASecondHouseOnItsData() throws Exception {
        Path sources = Files.createFile(folder.resolve("sources.yaml"));
        Process launcher = house.up("--empty", "--sources", sources.toString());

        assertStatus(launcher.pid());
        assertEnvironments(sources);
        TestLauncher.Answer second = house.run("up");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.text())
                .isEqualToIgnoringNewLines(
                        "A house already runs on %s (process %d); stop it with ./rubicon down."
                                .formatted(house.data().path(), launcher.pid()));
        assertThat(house.run("status").exitCode()).isZero();
    }

    private void assertStatus(long launcher) throws Exception {
        JsonNode status = house.status();
        assertThat(status.path("ready").asBoolean()).isTrue();
        List<String> names = new ArrayList<>();
        for (JsonNode component : status.path("components")) {
            names.add(component.path("name").asText());
            assertThat(component.path("state").asText()).isEqualTo("UP");
            assertThat(component.path("rssMb").asLong()).isBetween(5L, 1_000L);
            assertThat(component.properties()).hasSize(5);
        }
        assertThat(names).containsExactly("kafka", "postgresql", "ingest", "simulator", "web-ui");
        assertThat(status.at("/components/0/pid").asLong()).isEqualTo(launcher);
        assertThat(status.at("/components/1/port").asInt()).isEqualTo(house.ports().postgres());
    }

    private void assertEnvironments(Path sources) throws Exception {
        HousePorts ports = house.ports();
        assertThat(TestLauncher.get(ports.ingest(), "/environment").lines())
                .contains(
                        "QUARKUS_HTTP_HOST=127.0.0.1",
                        "QUARKUS_HTTP_PORT=" + ports.ingest(),
                        "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka(),
                        "QUARKUS_DATASOURCE_JDBC_URL=" + url(),
                        "QUARKUS_DATASOURCE_USERNAME=rubicon",
                        "QUARKUS_DATASOURCE_PASSWORD=" + house.data().databasePassword(),
                        "RUBICON_SECURITY_ANONYMOUS_READ=true",
                        "RUBICON_SECURITY_CREDENTIALS_FILE=" + house.data().credentialsFile(),
                        "RUBICON_SOURCES_FILE=" + sources);
        assertThat(TestLauncher.get(ports.simulator(), "/environment").lines())
                .contains(
                        "QUARKUS_HTTP_PORT=" + ports.simulator(),
                        "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka(),
                        "QUARKUS_DATASOURCE_JDBC_URL=" + url(),
                        "QUARKUS_DATASOURCE_USERNAME=rubicon",
                        "QUARKUS_DATASOURCE_PASSWORD=" + house.data().databasePassword(),
                        "RUBICON_INGEST_URL=http://127.0.0.1:" + ports.ingest());
        assertThat(TestLauncher.get(ports.web(), "/environment").lines())
                .contains(
                        "RUBICON_INGEST_URL=http://127.0.0.1:" + ports.ingest(),
                        "RUBICON_SIMULATOR_URL=http://127.0.0.1:" + ports.simulator())
                .noneMatch(line -> line.startsWith("QUARKUS_DATASOURCE"));
        assertThat(Files.getPosixFilePermissions(house.data().path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void endsOnControlCWithoutALeftProcessAndKeepsItsData() throws Exception {
        // Given
        Process launcher = house.up();
        insertRow("first");
        send("first");
        List<ProcessHandle> processes = house.processes();
        assertThat(processes).hasSize(5);

        // When
        interrupt(launcher);

        // Then
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(KILLED_BY_INTERRUPT);
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(house.data().written()).isEmpty();
        assertThat(house.run("status").exitCode()).isEqualTo(1);

        house.up();
        assertThat(rows()).containsExactly("first");
        assertThat(records()).containsExactly("first");
    }

    @Test
    void controlCDuringTheStartLeavesNoProcess() throws Exception {
        project.mark("web-ui", DummyService.SLOW);
        Process launcher = house.upUntil("web-ui starts");
        List<ProcessHandle> processes = house.processes();

        interrupt(launcher);

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(4).noneMatch(ProcessHandle::isAlive);
        assertThat(house.data().written()).isEmpty();
        assertAllPortsFree();
    }

    @Test
    void startsAgainWhatEndedByItselfEachInItsOwnTime() throws Exception {
        house.up();
        insertRow("committed");
        List<String> victims = List.of("ingest", "simulator", "postgresql");
        List<ProcessHandle> killed = victims.stream().map(house::process).toList();

        killed.forEach(ProcessHandle::destroyForcibly);

        // Not one after the other with half a minute between them.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.status().path("ready").asBoolean());
        assertThat(victims)
                .extracting(house::process)
                .allMatch(ProcessHandle::isAlive)
                .doesNotContainAnyElementsOf(killed);
        assertThat(rows()).containsExactly("committed");
    }

    @Test
    void twoHousesStandSideBySide() throws Exception {
        try (TestLauncher other = new TestLauncher(project.root(), folder.resolve("other"))) {
            house.up();
            assertThat(other.run("up", "--detach").exitCode()).isZero();
            List<ProcessHandle> processes = other.processes();
            assertThat(processes).hasSize(5);
            assertThat(house.status().path("ready").asBoolean()).isTrue();
            assertThat(other.status().path("ready").asBoolean()).isTrue();

            TestLauncher.Answer down = other.run("down");

            assertThat(down).isEqualTo(new TestLauncher.Answer(0, "The house has stopped.\n"));
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
            assertThat(house.status().path("ready").asBoolean()).isTrue();
            assertThat(other.run("down").text()).isEqualTo("The house is not running.\n");
        }
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws Exception {
        house.up();
        insertRow("first");

        List<ProcessHandle> orphans = orphansOfAKilledLauncher();
        TestLauncher.Answer up = house.run("up", "--detach");

        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(up.text()).contains("What a killed house had left running was ended.");
        assertThat(orphans).hasSize(4).noneMatch(ProcessHandle::isAlive);
        assertThat(house.status().path("ready").asBoolean()).isTrue();
        assertThat(rows()).containsExactly("first");

        orphans = orphansOfAKilledLauncher();
        TestLauncher.Answer down = house.run("down");

        assertThat(down)
                .isEqualTo(
                        new TestLauncher.Answer(
                                0,
                                "The house's launcher had been killed; what it left running was"
                                        + " ended.\n"));
        assertThat(orphans).hasSize(4).noneMatch(ProcessHandle::isAlive);
        assertAllPortsFree();
    }

    private List<ProcessHandle> orphansOfAKilledLauncher() throws Exception {
        List<ProcessHandle> all = house.processes();
        ProcessHandle launcher = house.process("kafka");
        launcher.destroyForcibly();
        launcher.onExit().get(60, TimeUnit.SECONDS);
        return all.stream().filter(ProcessHandle::isAlive).toList();
    }

    @Test
    void refusesAPortThatIsTakenBeforeAnythingStarts() throws Exception {
        int port = house.ports().simulator();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            TestLauncher.Answer refused =
                    new TestLauncher.Answer(
                            1,
                            "Port %d, which simulator needs, is taken; give other ports with --port-offset N.\n"
                                    .formatted(taken.getLocalPort()));

            assertThat(house.run("up", "--detach")).isEqualTo(refused);
            assertThat(house.run("up")).isEqualTo(refused);
            assertThat(house.data().path()).doesNotExist();

            house.data().prepare();
            assertThat(house.run("up", "--detach")).isEqualTo(refused);
            assertThat(house.data().written()).isEmpty();
            assertThat(house.data().postgresql()).doesNotExist();
            assertThat(house.data().kafka()).doesNotExist();
        }
    }

    @Test
    void refusesAFolderThatAnotherTakesAndLeavesItsLogAlone() throws Exception {
        house.data().prepare();
        Path log = Files.writeString(house.data().log("house"), "of the other");
        TestLauncher.Answer refused =
                new TestLauncher.Answer(
                        1,
                        "A house already starts or stops on %s; try again in a moment.\n"
                                .formatted(house.data().path()));

        try (FolderLock held = house.data().lockForHouse()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(house.run("up")).isEqualTo(refused);
            assertThat(house.run("up", "--detach")).isEqualTo(refused);
        }
        try (FolderLock held = house.data().lockForStart()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(house.run("up", "--detach")).isEqualTo(refused);
        }
        assertThat(log).hasContent("of the other");
    }

    @Test
    void ofTwoThatStartOnOneNewFolderOneStandsAndTheOtherSaysWhyNot() throws Exception {
        try (TestLauncher other = new TestLauncher(project.root(), house.data().path());
                ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TestLauncher.Answer>> answers =
                    together.invokeAll(
                            List.of(
                                    () -> house.run("up", "--detach"),
                                    () -> other.run("up", "--detach")));

            List<TestLauncher.Answer> sorted =
                    answers.stream()
                            .map(Future::resultNow)
                            .sorted(Comparator.comparingInt(TestLauncher.Answer::exitCode))
                            .toList();
            assertThat(sorted.getFirst().exitCode()).as(sorted.toString()).isZero();
            assertThat(sorted.getFirst().text())
                    .contains("All is ready")
                    .doesNotContain("A house already");
            assertThat(sorted.getLast().exitCode()).isEqualTo(1);
            assertThat(sorted.getLast().text()).startsWith("A house already").hasLineCount(1);
            assertThat(house.status().path("ready").asBoolean()).isTrue();
        }
    }

    @Test
    void refusesDataOfANewerVersion() throws Exception {
        Path data = Files.createDirectory(house.data().path());
        Files.writeString(data.resolve("house.json"), "{\"version\": 9}");

        for (String[] options : new String[][] {{}, {"--detach"}}) {
            assertThat(house.run("up", options))
                    .isEqualTo(
                            new TestLauncher.Answer(
                                    1,
                                    "The data in %s is of version 9, newer than the 1 that this Rubicon reads.\n"
                                            .formatted(data)));
        }
        assertThat(data.toFile().list()).containsExactly("house.json");
    }

    @Test
    void aServiceThatDoesNotStartIsNamedWithTheEndOfItsLogAndNothingIsLeft() throws Exception {
        project.mark("simulator", DummyService.BROKEN);

        TestLauncher.Answer answer = house.run("up", "--detach");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text())
                .contains("simulator ended while it started; its log ")
                .contains("the schema is of another world")
                .doesNotContain("Exception");
        assertThat(house.data().written()).isEmpty();
        assertAllPortsFree();

        project.unmark("simulator", DummyService.BROKEN);
        assertThat(house.run("up", "--detach").exitCode()).isZero();
    }

    private void assertAllPortsFree() {
        house.ports().requireFree();
    }

    private static void interrupt(Process process) throws Exception {
        // Java itself can only send SIGTERM and SIGKILL.
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(house.ports().postgres(), LocalPostgres.DATABASE);
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(
                url(), LocalPostgres.USER, house.data().databasePassword());
    }

    private void insertRow(String word) throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE word (word text)");
            statement.execute("INSERT INTO word VALUES ('" + word + "')");
        }
    }

    private List<String> rows() throws Exception {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT word FROM word")) {
            List<String> words = new ArrayList<>();
            while (found.next()) {
                words.add(found.getString(1));
            }
            return words;
        }
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + house.ports().kafka());
    }

    private void send(String word) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "", word))
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private List<String> records() {
        try (var consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> words = new ArrayList<>();
            consumer.poll(SOON).forEach(found -> words.add(found.value()));
            return words;
        }
    }
}
