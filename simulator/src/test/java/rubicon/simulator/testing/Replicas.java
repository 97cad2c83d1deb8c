package rubicon.simulator.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rubicon.local.testing.HouseResource;

/// Packaged services side by side, as processes that can be killed, in a house of their own: an
/// empty database, a Kafka that can be stopped, an [IngestDouble]. A service of the same test JVM
/// has no part in it: it would take chunks of these, and would look for tables that go.
public final class Replicas {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[\\d.:]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final URI NONE = URI.create("");

    private final String database = "own_" + UUID.randomUUID().toString().replace('-', '_');
    private final OwnKafka kafka;
    private final IngestDouble ingest = IngestDouble.start();
    private final Map<String, String> settings;
    private final List<Replica> replicas = new ArrayList<>();

    /// A house without services.
    ///
    /// @param folder for what Kafka keeps
    public Replicas(Path folder) throws SQLException {
        this.kafka = new OwnKafka(folder);
        this.settings = new HashMap<>(new HouseResource().start());
        execute("create database " + database);
        settings.compute(
                "quarkus.datasource.jdbc.url",
                (_, url) -> String.valueOf(url).replaceFirst("[^/]+$", database));
        settings.put("kafka.bootstrap.servers", kafka.address());
        settings.put("rubicon.ingest.url", ingest.url());
        kafka.start();
    }

    /// A running service.
    ///
    /// @param log what it printed
    public record Replica(URI address, Path log, Process process) {
        /// Ends it at once.
        public void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /// All that it printed so far.
        public String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Starts a service and waits until it serves.
    ///
    /// @param name of its log
    public Replica start(String name) {
        return serving(launch(name));
    }

    /// A service that was launched, once it serves.
    public Replica serving(Replica launched) {
        URI address =
                await().atMost(PATIENCE)
                        .until(() -> address(launched.log()), it -> !it.equals(NONE));
        return new Replica(address, launched.log(), launched.process());
    }

    /// Starts a service and waits for nothing: its address is empty.
    public Replica launch(String name) {
        Path log = logs().resolve("%s-%s.log".formatted(database, name));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m"));
        settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.addAll(
                List.of(
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.log.console.json.enabled=false",
                        // Soon enough for a test to see what a dead member leaves behind.
                        "-Drubicon.simulations.patience=5s",
                        "-Drubicon.simulations.every=1s",
                        "-Drubicon.calibration.every=1s",
                        "-Drubicon.calibration.settle=1s",
                        // Each replica tells which chunks it begins.
                        "-Dquarkus.log.category.\"rubicon.simulator.simulation\".level=DEBUG",
                        "-jar",
                        JAR.toString()));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            var replica = new Replica(NONE, log, process);
            replicas.add(replica);
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// They stay after the test, for who wants to know why it failed.
    private static Path logs() {
        try {
            return Files.createDirectories(Path.of("target", "replicas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The Kafka of these services alone.
    public OwnKafka kafka() {
        return kafka;
    }

    /// Settings of clients of that Kafka.
    public Map<String, Object> kafkaSettings() {
        return Map.of("bootstrap.servers", kafka.address());
    }

    /// A connection to the database of these services alone.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /// Runs a statement in it.
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The one number that a query answers.
    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static URI address(Path log) throws IOException {
        Matcher matcher = ADDRESS.matcher(Files.readString(log));
        return matcher.find() ? URI.create(matcher.group(1)) : NONE;
    }

    /// Ends all of them.
    public void close() throws InterruptedException {
        for (Replica it : replicas) {
            it.kill();
        }
        kafka.close();
        ingest.stop();
    }
}
