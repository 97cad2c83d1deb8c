package rubicon.benchmarks.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Folders;
import rubicon.benchmarks.Latencies;
import rubicon.benchmarks.ProcessorTime;
import rubicon.local.driver.DrivenHouse;
import rubicon.model.wire.Topics;

/// How long it takes from a record on Kafka to a changed page, and to an alert.
///
/// In a house of its own, releases are sent at a steady rate. Each is a new best and crosses a
/// threshold. For each are measured: until its alert can be read from `rubicon.alerts` (its row is
/// committed before), and until an open page in Chromium draws the new value. The yardstick is the
/// same number of records through the same Kafka, from a producer straight to a consumer.
public final class AlertBench {
    private static final String YARDSTICK = "rubicon.benchmark";
    private static final int WARM_UP = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DrivenHouse house;
    private final double rate;

    private AlertBench(DrivenHouse house, double rate) {
        this.house = house;
        this.rate = rate;
    }

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether page and alert meet the bars
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws Exception {
        Arguments options = Arguments.parse(line, "samples", "rate", "max-p50-ms", "max-p99-ms");
        double rate = options.positive("rate", 100);
        double maxMedian = options.positive("max-p50-ms", 100);
        double maxP99 = options.positive("max-p99-ms", 500);
        Series measured = new Series("measured", options.count("samples", 200));
        Series warmUp = new Series("warm-up", WARM_UP);
        Path folder = Files.createTempDirectory("rubicon-bench");
        try {
            Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
            measured.writeCatalogue(catalogue);
            warmUp.writeCatalogue(catalogue);
            Instant begun = Instant.now();
            try (DrivenHouse house =
                    DrivenHouse.up(
                            folder.resolve("house"),
                            "--empty",
                            "--catalogue",
                            catalogue.toString())) {
                Duration startUp = Duration.between(begun, Instant.now());
                warmUp.makeRules(house);
                measured.makeRules(house);
                Result result = new AlertBench(house, rate).measure(warmUp, measured);
                report(result, startUp, house.status());
                return result.meets(maxMedian, maxP99);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private record Result(Latencies kafka, Latencies alert, Latencies page) {
        boolean meets(double maxMedian, double maxP99) {
            return Stream.of(alert, page)
                    .allMatch(it -> it.median() <= maxMedian && it.p99() <= maxP99);
        }
    }

    private Result measure(Series warmUp, Series measured)
            throws IOException, InterruptedException, ExecutionException {
        try (Sender sender = new Sender(house.kafka());
                PageWatch page = new PageWatch(house.page("/indicators"))) {
            alertsAndPage(sender, page, warmUp);
            Latencies kafka = kafkaAlone(sender, measured);
            ProcessorTime before = ProcessorTime.of(house.status());
            Instant begun = Instant.now();
            List<Latencies> both = alertsAndPage(sender, page, measured);
            Duration took = Duration.between(begun, Instant.now());
            System.out.println(before.since(house.status(), took));
            return new Result(kafka, both.getFirst(), both.getLast());
        }
    }

    private List<Latencies> alertsAndPage(Sender sender, PageWatch page, Series series)
            throws InterruptedException, ExecutionException {
        List<Release> releases = series.releases();
        try (TopicWatch alerts = new TopicWatch(house.kafka(), Topics.ALERTS)) {
            Map<Release, Double> sent =
                    sender.send(Topics.OBSERVATIONS, releases, rate, it -> it.event(Instant.now()));
            await("alerts", () -> alerts.sightings().hasAll(releases));
            await("the page", () -> page.sightings().hasAll(releases));
            return List.of(latencies(sent, alerts.sightings()), latencies(sent, page.sightings()));
        }
    }

    private Latencies kafkaAlone(Sender sender, Series series)
            throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, house.kafka()))) {
            admin.createTopics(List.of(new NewTopic(YARDSTICK, 12, (short) 1))).all().get();
        }
        List<Release> releases = series.releases();
        try (TopicWatch seen = new TopicWatch(house.kafka(), YARDSTICK)) {
            Map<Release, Double> sent =
                    sender.send(YARDSTICK, releases, rate, it -> it.event(Instant.now()));
            await("Kafka", () -> seen.sightings().hasAll(releases));
            return latencies(sent, seen.sightings());
        }
    }

    private static Latencies latencies(Map<Release, Double> sent, Sightings seen) {
        return Latencies.of(
                sent.entrySet().stream()
                        .map(it -> seen.firstSight(it.getKey()).orElseThrow() - it.getValue())
                        .toList());
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException(
                        "not every release reached " + what + " within " + PATIENCE);
            }
            Thread.sleep(50);
        }
    }

    private static void report(Result result, Duration startUp, JsonNode status) {
        System.out.println();
        System.out.println(Latencies.header());
        System.out.println(result.kafka().row("yardstick: Kafka alone, producer to consumer"));
        System.out.println(result.alert().row("record to its alert on rubicon.alerts"));
        System.out.println(result.page().row("record to the changed page in Chromium"));
        System.out.printf(
                "times the yardstick's p50: alert %.1f, page %.1f%n",
                result.alert().median() / result.kafka().median(),
                result.page().median() / result.kafka().median());
        System.out.println();
        System.out.printf("start-up of the empty house: %.1f s%n", startUp.toMillis() / 1e3);
        for (JsonNode it : status.path("components")) {
            System.out.printf(
                    "memory of %-10s %5d MB%n", it.path("name").asText(), it.path("rssMb").asInt());
        }
    }
}
