package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.LinearFit;

/// Oracle: what Epoch AI prints of its own table of 1,324 scores. The table is read from the folder
/// that `rubicon.reference.dir` names, the published index from that of `rubicon.upstream.dir`.
class EpochTableTest {
    private static final String INDEX =
            "epoch-capabilities-index/2025-11-07_07356c21/epoch_capabilities_index.csv";

    @Test
    void placesModelsAndBenchmarksWhereEpochDoes() throws IOException {
        JsonNode epoch = table();
        ScoreTable table = scores(epoch);
        CapabilityFit fit =
                CapabilityIndex.fit(table, CapabilityIndex.ANCHOR, CapabilityIndex.RIDGE);
        assertThat(fit.cost()).isCloseTo(3.447379952725554, within(1e-8));
        assertThat(fit.gradient()).isLessThan(1e-9);
        assertThat(
                        List.of(
                                capability(table, fit, "gpt-5-pro-2025-10-06_high"),
                                capability(table, fit, "gpt-5-2025-08-07_high"),
                                capability(table, fit, "gpt-5.1_high"),
                                capability(table, fit, "o3-2025-04-16_medium")))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 5e-4 ? 0 : 1)
                .containsExactly(2.6592, 2.6453, 2.6446, 2.4904);
        assertThat(difficulty(table, fit, "Cybench")).isCloseTo(3.06771, within(5e-4));
        assertThat(difficulty(table, fit, "Terminal Bench")).isCloseTo(2.922714, within(5e-4));
        assertThat(difficulty(table, fit, "MMLU")).isCloseTo(0.818137, within(5e-4));
    }

    @Test
    void findsEpochsFrontier() throws IOException {
        Frontier frontier = frontier();
        assertThat(frontier.models()).hasSize(12);
        assertThat(frontier.perYear().slope()).isCloseTo(0.5588138, within(1e-5));
        assertThat(frontier.perYear().r2()).isCloseTo(0.9068438, within(1e-5));
    }

    /// A break at 2024-05-13 from .364 to .614 a year is published for this table. By the rule of
    /// [Frontier#sharpestBreak], two lines that leave the least squares, it is another; lines cut
    /// at the published day leave more, and have not the published slopes either. The numbers are
    /// those of docs/methods/capability-index.md.
    @Test
    void theSharpestBreakIsNotThePublishedOne() throws IOException {
        Frontier frontier = frontier();

        Frontier.Break ours = frontier.sharpestBreak().orElseThrow();
        assertThat(ours.on()).isEqualTo(LocalDate.of(2024, 9, 12));
        assertThat(ours.before().slope()).isCloseTo(0.351, within(5e-4));
        assertThat(ours.after().slope()).isCloseTo(0.511, within(5e-4));
        assertThat(ours.before().sse() + ours.after().sse()).isCloseTo(0.139, within(5e-4));

        LocalDate published = LocalDate.of(2024, 5, 13);
        LinearFit before = line(frontier, it -> it.on().isBefore(published));
        LinearFit after = line(frontier, it -> !it.on().isBefore(published));
        assertThat(before.slope()).isCloseTo(0.342, within(5e-4));
        assertThat(after.slope()).isCloseTo(0.674, within(5e-4));
        assertThat(before.sse() + after.sse()).isCloseTo(0.175, within(5e-4));
    }

    private static LinearFit line(Frontier frontier, Predicate<Frontier.Released> part) {
        return Frontier.of(frontier.models().stream().filter(part).toList()).perYear();
    }

    private static Frontier frontier() throws IOException {
        JsonNode epoch = table();
        ScoreTable table = scores(epoch);
        List<Double> capability =
                CapabilityIndex.fit(table, CapabilityIndex.ANCHOR, CapabilityIndex.RIDGE)
                        .placement()
                        .capability();
        List<Frontier.Released> released = new ArrayList<>();
        for (int m = 0; m < table.models().size(); m++) {
            released.add(
                    new Frontier.Released(
                            table.models().get(m),
                            LocalDate.parse(epoch.path("modelDates").path(m).asText()),
                            capability.get(m)));
        }
        return Frontier.of(released);
    }

    /// The index of the same month. Later vintages hold other scores and agree less: .989.
    @Test
    void ordersModelsAsEpochsPublishedIndexDoes() throws IOException {
        String upstream = System.getProperty("rubicon.upstream.dir", "");
        assumeFalse(
                upstream.isEmpty(),
                "SKIPPED: rubicon.upstream.dir does not name a folder of upstream files");
        Map<String, Double> published = published(Path.of(upstream).resolve(INDEX));
        ScoreTable table = scores(table());
        CapabilityFit fit =
                CapabilityIndex.fit(table, CapabilityIndex.ANCHOR, CapabilityIndex.RIDGE);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        published.forEach((model, index) -> {
            if (table.models().contains(model)) {
                ours.add(capability(table, fit, model));
                theirs.add(index);
            }
        });
        assertThat(ours).hasSizeGreaterThan(130);
        double rank =
                new SpearmansCorrelation()
                        .correlation(
                                ours.stream().mapToDouble(x -> x).toArray(),
                                theirs.stream().mapToDouble(x -> x).toArray());
        // Oracle: scipy.stats.spearmanr over a fit by scipy.optimize.least_squares.
        assertThat(rank).isGreaterThanOrEqualTo(0.99).isCloseTo(0.99737159, within(1e-5));
    }

    private static JsonNode table() throws IOException {
        String reference = System.getProperty("rubicon.reference.dir", "");
        assumeFalse(
                reference.isEmpty(),
                "SKIPPED: rubicon.reference.dir does not name a folder of reference cases");
        return new ObjectMapper()
                .readTree(Path.of(reference).resolve("data/eci-stitching.json").toFile());
    }

    private static ScoreTable scores(JsonNode epoch) {
        List<Score> scores = new ArrayList<>();
        epoch.path("observations")
                .forEach(it ->
                        scores.add(
                                new Score(
                                        it.path(0).asInt(),
                                        it.path(1).asInt(),
                                        it.path(2).asDouble())));
        return new ScoreTable(texts(epoch.path("models")), texts(epoch.path("benchmarks")), scores);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }

    private static double capability(ScoreTable table, CapabilityFit fit, String model) {
        return fit.placement().capability().get(table.model(model));
    }

    private static double difficulty(ScoreTable table, CapabilityFit fit, String benchmark) {
        return fit.placement().difficulty().get(table.benchmark(benchmark));
    }

    /// First two cells of each row; the names hold no comma.
    private static Map<String, Double> published(Path file) throws IOException {
        Map<String, Double> index = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 3);
            if (cells.length == 3 && cells[1].matches("\\d+(\\.\\d+)?")) {
                index.put(cells[0], Double.valueOf(cells[1]));
            }
        }
        return index;
    }
}
