package rubicon.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.testing.HouseResource;

/// What the packaged service prints, as the process that it is where it runs, and what it tells a
/// collector of traces. The settings are the same in all services.
@NullUnmarked
class LogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[\\d.:]+)");
    private static final HouseResource HOUSE = new HouseResource();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<String> exported = new CopyOnWriteArrayList<>();
    private HttpServer collector;
    private Process service;

    @TempDir private Path folder;

    @BeforeEach
    void listen() throws IOException {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    byte[] spans = exchange.getRequestBody().readAllBytes();
                    exported.add(new String(spans, StandardCharsets.ISO_8859_1));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        collector.stop(0);
        service.destroy();
        service.waitFor();
    }

    @Test
    void whereNothingIsSaidEachLineIsAnObjectAndNothingIsTraced() throws Exception {
        URI address = start(Map.of());
        ask(address);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(warning()).isNotNull());
        for (String line : lines()) {
            JsonNode object = JSON.readTree(line);
            assertThat(object.path("service").asText()).isEqualTo("rubicon-simulator");
            assertThat(object.path("message").asText()).isNotEmpty();
            assertThat(object.path("timestamp").asText()).startsWith("20");
            assertThat(object.path("level").asText()).isIn("INFO", "WARN");
        }
        assertThat(lines()).filteredOn(it -> it.contains("\"WARN\"")).hasSize(1);
        assertThat(warning().path("mdc").has("traceId")).isFalse();
    }

    @Test
    void aLocalHouseGetsLinesForPeople() throws Exception {
        start(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"));

        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).matches("[\\d:.]{12} INFO  \\[[\\w.]+\\] .*"));
    }

    @Test
    void withACollectorSpansAreExportedAndLinesNameTheirTrace() throws Exception {
        String url = "http://127.0.0.1:" + collector.getAddress().getPort();
        URI address =
                start(
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                url,
                                "OTEL_EXPORTER_OTLP_PROTOCOL",
                                "http/protobuf",
                                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                                "100ms",
                                "QUARKUS_OTEL_EXPORTER_OTLP_COMPRESSION",
                                "none"));
        ask(address);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(exported)
                                .anySatisfy(it ->
                                        assertThat(it)
                                                .contains("rubicon-simulator", "/api/v1/models")));
        assertThat(warning().at("/mdc/traceId").asText()).isEqualTo(TRACE);
        assertThat(lines()).filteredOn(it -> it.contains("\"WARN\"")).hasSize(1);
    }

    /// A call with a token that nobody can be asked about: the service warns of it.
    private static void ask(URI address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/api/v1/models"))
                            .header("Authorization", "Bearer some")
                            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                            .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(401);
        }
    }

    private JsonNode warning() {
        return lines().stream()
                .filter(it -> it.contains("could not be asked"))
                .map(LogIT::read)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-jar",
                                JAR.toString())
                        .redirectOutput(log().toFile())
                        .redirectError(folder.resolve("errors").toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("OTEL_"));
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("RUBICON_INGEST_URL", "http://127.0.0.1:" + unusedPort());
        HOUSE.start().forEach((name, value) -> builder.environment().put(variable(name), value));
        builder.environment().putAll(environment);
        service = builder.start();
        String[] address = new String[1];
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Matcher found = ADDRESS.matcher(Files.readString(log()));
                    assertThat(found.find()).isTrue();
                    address[0] = found.group(1);
                });
        return URI.create(address[0]);
    }

    /// The environment variable of a property.
    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /// Whole lines only: the last may be on its way.
    private List<String> lines() {
        try {
            String text = Files.readString(log());
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
