package rubicon.benchmarks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rubicon.benchmarks.Spread;
import rubicon.local.process.LogTail;
import rubicon.local.process.Ports;

/// A Prometheus with one group of rules, each of one series that it scrapes from here; it scrapes
/// and evaluates every second, or as often as it manages to.
final class Prometheus implements AutoCloseable {
    static final String NAME = "prometheus";

    private static final String PROGRAM = "RUBICON_PROMETHEUS";
    private static final String DURATION = "prometheus_rule_group_last_duration_seconds{";
    private static final String ITERATIONS = "prometheus_rule_group_iterations_total{";
    private static final int UNCOUNTED = 2;
    private static final int COUNTED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final HttpServer series;
    private final Path log;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, HttpServer series, Path log, int port) {
        this.process = process;
        this.series = series;
        this.log = log;
        this.address = "http://127.0.0.1:" + port;
    }

    /// The program.
    ///
    /// @throws IllegalArgumentException if there is none
    static Path program() {
        String named = System.getenv(PROGRAM);
        Stream<Path> candidates =
                named == null
                        ? Stream.of(System.getenv("PATH").split(":", -1))
                                .map(it -> Path.of(it, NAME))
                        : Stream.of(Path.of(named));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "prometheus was not found: install it (Debian: package prometheus),"
                                        + " or name one in "
                                        + PROGRAM));
    }

    /// Starts it on new data.
    ///
    /// @param folder for its files, empty
    static Prometheus start(Path program, Path folder, Levels levels) throws IOException {
        HttpServer series = serve(levels);
        Files.writeString(folder.resolve("rules.yml"), rules(levels));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: benchmark
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """
                        .formatted(series.getAddress().getPort()));
        int port = Ports.free();
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--config.file=" + folder.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new Prometheus(process, series, log, port);
    }

    /// How long it takes over all rules: the median of some evaluations, the first ones left out.
    Duration evaluation() throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        Instant limit = Instant.now().plus(PATIENCE);
        double before = 0;
        while (seconds.size() < UNCOUNTED + COUNTED) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new IllegalStateException(
                        "Prometheus does not evaluate its rules:\n" + LogTail.of(log, 20));
            }
            Thread.sleep(LOOK);
            String metrics = get("/metrics");
            double iterations = metric(metrics, ITERATIONS).orElse(0);
            if (iterations > before) {
                before = iterations;
                metric(metrics, DURATION).ifPresent(seconds::add);
            }
        }
        double median = Spread.of(seconds.subList(UNCOUNTED, seconds.size())).median();
        return Duration.ofNanos((long) (median * 1e9));
    }

    /// Alerts that fire now.
    long firing() throws IOException {
        String query = "count(ALERTS{alertstate=\"firing\"})";
        JsonNode answer =
                new ObjectMapper()
                        .readTree(
                                get(
                                        "/api/v1/query?query="
                                                + URLEncoder.encode(
                                                        query, StandardCharsets.UTF_8)));
        return answer.at("/data/result/0/value/1").asLong();
    }

    /// The first of a metric's values in Prometheus' own text; empty if it has none.
    static OptionalDouble metric(String metrics, String name) {
        return metrics.lines()
                .filter(it -> it.startsWith(name))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    private static String rules(Levels levels) {
        StringBuilder rules = new StringBuilder("groups: [{name: benchmark, rules: [\n");
        for (int i = 0; i < levels.rules(); i++) {
            rules.append(
                    "  {alert: series-%1$d, expr: 'level{series=\"%1$d\"} >= %2$d'},\n"
                            .formatted(i, Levels.FIRE));
        }
        return rules.append("]}]\n").toString();
    }

    /// Each scrape is a round.
    private static HttpServer serve(Levels levels) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicLong rounds = new AtomicLong();
        server.createContext(
                "/metrics",
                exchange -> {
                    long round = rounds.incrementAndGet();
                    StringBuilder text = new StringBuilder();
                    IntStream.range(0, levels.rules())
                            .forEach(it ->
                                    text.append("level{series=\"")
                                            .append(it)
                                            .append("\"} ")
                                            .append(levels.value(it, round))
                                            .append('\n'));
                    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
        return server;
    }

    /// Empty while nobody answers.
    private String get(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        series.stop(0);
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
