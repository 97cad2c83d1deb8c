package rubicon.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import rubicon.benchmarks.Arguments;
import rubicon.benchmarks.Folders;
import rubicon.local.driver.DrivenHouse;
import rubicon.model.wire.Topics;

/// How many observations a second get from Kafka into the ledger, with revisions, provenance, rules
/// and metrics on, and every indicator's state right at the end.
///
/// In turn, on one house: the same records through Rubicon, and through the [LeanLoop] into a table
/// of the same PostgreSQL. Only the ratio of a pair means anything on a machine that does other
/// things as well.
public final class IngestBench {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final DrivenHouse house;

    private IngestBench(DrivenHouse house) {
        this.house = house;
    }

    /// Runs the benchmark and prints what it measured.
    ///
    /// @return whether the median of the pairs meets the bar
    /// @throws IllegalArgumentException if an option is wrong
    public static boolean run(List<String> line) throws Exception {
        Arguments options =
                Arguments.parse(line, "pairs", "records", "indicators", "min-lean-ratio");
        int records = (int) options.positive("records", 200_000);
        int indicators = (int) options.positive("indicators", 100);
        double bar = options.positive("min-lean-ratio", 0.6);
        List<Load> loads = new ArrayList<>();
        loads.add(new Load("warm-up", indicators, Math.min(records, 20_000)));
        for (int pair = 1; pair <= (int) options.positive("pairs", 5); pair++) {
            loads.add(new Load("pair-" + pair, indicators, records));
        }
        Path folder = Files.createTempDirectory("rubicon-bench");
        try {
            Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
            for (Load load : loads) {
                load.writeCatalogue(catalogue);
            }
            try (DrivenHouse house =
                    DrivenHouse.up(
                            folder.resolve("house"),
                            "--empty",
                            "--catalogue",
                            catalogue.toString())) {
                IngestBench bench = new IngestBench(house);
                bench.pair(loads.getFirst());
                List<Double> ratios = new ArrayList<>();
                for (Load load : loads.subList(1, loads.size())) {
                    ratios.add(bench.pair(load));
                }
                return median(ratios) >= bar;
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /// Rubicon's rate as a share of the lean loop's.
    private double pair(Load load) throws Exception {
        load.makeRules(house);
        double rubicon = rate(load, () -> throughRubicon(load));
        requireRight(load);
        double lean = rate(load, () -> throughLeanLoop(load));
        System.out.printf(
                "%-8s rubicon %,8.0f records/s   lean loop %,8.0f records/s   ratio %.3f%n",
                load.name(), rubicon, lean, rubicon / lean);
        return rubicon / lean;
    }

    private static double median(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        System.out.printf(
                "ratio to the lean loop: min %.3f, median %.3f, max %.3f%n",
                sorted.getFirst(), median, sorted.getLast());
        return median;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double rate(Load load, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return load.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private void throughRubicon(Load load) throws InterruptedException, ExecutionException {
        send(Topics.OBSERVATIONS, load);
        try (Admin admin = admin()) {
            Instant limit = Instant.now().plus(PATIENCE);
            while (new GroupLag(admin, Topics.INTAKE_GROUP, Topics.OBSERVATIONS).records() > 0) {
                if (Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("not all is in within " + PATIENCE);
                }
                Thread.sleep(50);
            }
        }
    }

    private void throughLeanLoop(Load load)
            throws InterruptedException, ExecutionException, SQLException, IOException {
        String topic = "rubicon.benchmark." + load.name();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        send(topic, load);
        new LeanLoop(house).run(topic, load.size());
    }

    private void send(String topic, Load load) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                house.kafka(),
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                (int) PATIENCE.toMillis(),
                                ProducerConfig.LINGER_MS_CONFIG,
                                5,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                131_072),
                        new StringSerializer(),
                        new StringSerializer())) {
            List<Future<RecordMetadata>> acknowledgements =
                    load.events()
                            .map(it -> new ProducerRecord<>(topic, it.indicator(), it.json()))
                            .map(producer::send)
                            .toList();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        }
    }

    /// Fast and wrong would not count.
    private void requireRight(Load load) throws IOException, InterruptedException {
        for (int i = 0; i < load.indicators(); i++) {
            JsonNode state = house.get("/indicators/%s/state".formatted(load.id(i)));
            JsonNode frontier = state.path("frontier");
            double best = frontier.path(frontier.size() - 1).path("value").asDouble();
            long standing = state.path("counts").path("standing").asLong();
            if (best != load.best(i) || standing != load.observations(i)) {
                throw new IllegalStateException(
                        "%s has a best of %s among %d, should be %s among %d"
                                .formatted(
                                        load.id(i),
                                        best,
                                        standing,
                                        load.best(i),
                                        load.observations(i)));
            }
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, house.kafka()));
    }
}
