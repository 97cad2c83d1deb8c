package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import rubicon.local.process.LogTail;
import rubicon.local.process.Ports;

/// A Kafka Connect of one process and one connector, started and ended by us.
final class KafkaConnect implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LINES = 20;

    private final Process process;
    private final Path log;
    private final URI status;
    private final HttpClient http = HttpClient.newHttpClient();

    private KafkaConnect(Process process, Path log, URI status) {
        this.process = process;
        this.log = log;
        this.status = status;
    }

    /// Starts it, and returns when its connector waits for records.
    ///
    /// @param folder for its files
    /// @param connector name of the connector
    /// @param properties of the connector, in the text form of a properties file
    /// @throws IllegalStateException if it does not come to that
    static KafkaConnect start(String kafka, Path folder, String connector, String properties)
            throws IOException, InterruptedException {
        Path libraries = libraries();
        int port = Ports.free();
        Path worker =
                Files.writeString(
                        folder.resolve("worker.properties"),
                        """
                        bootstrap.servers=%s
                        key.converter=org.apache.kafka.connect.storage.StringConverter
                        value.converter=org.apache.kafka.connect.json.JsonConverter
                        value.converter.schemas.enable=true
                        plugin.discovery=service_load
                        offset.storage.file.filename=%s
                        # That its offsets are committed is how one sees that it is done.
                        offset.flush.interval.ms=100
                        listeners=http://127.0.0.1:%d
                        consumer.max.poll.records=2000
                        consumer.auto.offset.reset=earliest
                        """
                                .formatted(kafka, folder.resolve("offsets"), port));
        Path sink =
                Files.writeString(
                        folder.resolve("connector.properties"),
                        "name=%s\n%s".formatted(connector, properties));
        Path log = folder.resolve("connect.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-cp",
                                libraries + "/*",
                                "org.apache.kafka.connect.cli.ConnectStandalone",
                                worker.toString(),
                                sink.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        URI status =
                URI.create("http://127.0.0.1:%d/connectors/%s/status".formatted(port, connector));
        KafkaConnect started = new KafkaConnect(process, log, status);
        try {
            started.awaitRunning();
        } catch (IllegalStateException e) {
            started.close();
            throw e;
        }
        return started;
    }

    /// Makes sure that it has not given up.
    ///
    /// @throws IllegalStateException if it has
    void requireAlive() {
        if (!process.isAlive() || state().equals("FAILED")) {
            throw new IllegalStateException("Kafka Connect has failed:\n" + LogTail.of(log, LINES));
        }
    }

    private void awaitRunning() throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!state().equals("RUNNING")) {
            requireAlive();
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException(
                        "Kafka Connect does not run:\n" + LogTail.of(log, LINES));
            }
            Thread.sleep(LOOK);
        }
    }

    /// That of the connector's task; empty before it has one.
    private String state() {
        try {
            HttpRequest request = HttpRequest.newBuilder(status).build();
            String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonNode read = new ObjectMapper().readTree(answer);
            return read.at("/tasks/0/state").asText();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /// Its class path, which Maven fetches the first time and whenever its list has changed.
    private static Path libraries() throws IOException, InterruptedException {
        Path project =
                Path.of(System.getProperty("rubicon.home"), "deploy", "benchmarks", "connect");
        Path list = project.resolve("pom.xml");
        Path libraries = project.resolve("target").resolve("lib");
        if (Files.isDirectory(libraries)
                && Files.getLastModifiedTime(libraries).compareTo(Files.getLastModifiedTime(list))
                        > 0) {
            return libraries;
        }
        System.out.println("Fetching Kafka Connect and Debezium's JDBC sink.");
        Process maven =
                new ProcessBuilder(
                                "mvn",
                                "--batch-mode",
                                "--quiet",
                                "-f",
                                list.toString(),
                                "clean",
                                "package")
                        .inheritIO()
                        .start();
        if (maven.waitFor() != 0) {
            throw new IllegalStateException("Maven could not fetch Debezium's JDBC sink");
        }
        return libraries;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
