package rubicon.ingest.source.metr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.ingest.testing.Standing;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

/// METR's real files, where the property `rubicon.upstream.dir` names the folder that holds them.
/// Oracle of the counts and values: the files themselves, counted by other means (PyYAML).
class RealFilesTest {
    private static final String LAST = "2026-03-03_0a397e8a/benchmark_results_1_1.yaml";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025-08-01_a8d888bc/benchmark_results_1_0.yaml, 26, 0",
        "2026-01-24_e484004c/benchmark_results_1_0.yaml, 33, 0",
        "2026-01-30_94131bb2/benchmark_results_1_1.yaml, 3, 14",
        "2026-02-22_2afb13df/benchmark_results_1_1.yaml, 3, 20",
        LAST + ", 3, 20"
    })
    void everyRowIsReadUnderItsOwnDefinition(String file, long old, long current) throws Exception {
        Mapped mapped = map(file);
        Map<String, Long> perIndicator =
                mapped.observations().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> String.valueOf(it.indicator()),
                                        TreeMap::new,
                                        Collectors.counting()));
        Map<String, Long> expected = new TreeMap<>();
        expected.put("metr-horizon-p50-v1-0", old);
        expected.put("metr-horizon-p80-v1-0", old);
        if (current > 0) {
            expected.put("metr-horizon-p50", current);
            expected.put("metr-horizon-p80", current);
            expected.put("metr-suite-score", current);
        }
        assertThat(mapped.refused()).isEmpty();
        assertThat(perIndicator).isEqualTo(expected);
        assertThat(mapped.observations())
                .as("every model is resolved")
                .allSatisfy(it -> assertThat(it.tags()).isEqualTo(Map.of()));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({
        LAST + ", metr-horizon-p50, claude_opus_4_6_inspect, 718.80683, 319.32091, 3949.750392",
        LAST + ", metr-horizon-p80, claude_opus_4_6_inspect, 69.874587, 26.206972, 169.697548",
        LAST + ", metr-horizon-p50, gpt_4, 3.987428, 1.959555, 7.906991",
        LAST + ", metr-horizon-p50-v1-0, gpt2, 0.039762, 0.002019, 0.130397",
        "2025-08-01_a8d888bc/benchmark_results_1_0.yaml, metr-horizon-p50-v1-0, claude_3_5_sonnet, 18.216831, 9.327007, 33.608242",
        "2026-01-24_e484004c/benchmark_results_1_0.yaml, metr-horizon-p80-v1-0, claude_3_7_sonnet, 15.226294, 6.032292, 31.035012"
    })
    void valuesAreThoseOfTheFile(
            String file, String indicator, String key, double value, double low, double high)
            throws Exception {
        ObservationPayload row = find(map(file).observations(), indicator, key);
        assertThat(row.value()).isEqualTo(value);
        assertThat(row.low()).isEqualTo(low);
        assertThat(row.high()).isEqualTo(high);
    }

    @Test
    void scaffoldIsTheOneOfTheLongTasks() throws Exception {
        List<ObservationPayload> rows = map(LAST).observations();
        assertThat(scaffold(rows, "claude_opus_4_6_inspect")).isEqualTo("metr_agents/react");
        assertThat(scaffold(rows, "gpt_5_2")).isEqualTo("triframe_inspect/triframe_agent");
        assertThat(scaffold(rows, "o1_preview")).isEqualTo("duet");
    }

    /// So a sync of the real file finds its rows said already, under the same keys.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-01-24_e484004c/benchmark_results_1_0.yaml, /facts/metr-horizons-1-0.yaml, 60",
        LAST + ", /facts/metr-horizons.yaml, 40"
    })
    void builtInFactsAreWhatTheLiveConnectorReadsFromTheSameFile(
            String file, String facts, int same) throws Exception {
        List<ObservationPayload> live = map(file).observations();
        List<ObservationPayload> told = Standing.of(facts(facts));
        int equal = 0;
        for (ObservationPayload fact : told) {
            ObservationPayload row =
                    find(live, String.valueOf(fact.indicator()), String.valueOf(fact.externalId()));
            assertThat(fact.source()).isEqualTo(row.source());
            assertThat(fact.subject()).isEqualTo(row.subject());
            assertThat(fact.observedOn()).isEqualTo(row.observedOn());
            assertThat(fact.unit()).isEqualTo(row.unit());
            assertThat(fact.evaluator()).isEqualTo(row.evaluator());
            assertThat(fact.value()).isEqualTo(row.value());
            if (Objects.equals(fact.low(), row.low()) && Objects.equals(fact.high(), row.high())) {
                equal++;
            }
        }
        assertThat(equal).as("but the three that the files of 1.1 carry on").isEqualTo(same);
        assertThat(told)
                .extracting(ObservationPayload::indicator, ObservationPayload::externalId)
                .containsAll(
                        live.stream()
                                .filter(it -> !isScore(it))
                                .filter(it -> facts.contains("1-0") || !isOld(it))
                                .map(it -> tuple(it.indicator(), it.externalId()))
                                .toList());
    }

    /// The mean scores are told beside other news of METR's.
    @Test
    void builtInScoresAreWhatTheLiveConnectorReadsFromTheSameFile() throws Exception {
        List<ObservationPayload> told =
                facts("/facts/metr-more.yaml").observations().stream()
                        .filter(RealFilesTest::isScore)
                        .toList();
        List<ObservationPayload> live =
                map(LAST).observations().stream().filter(RealFilesTest::isScore).toList();
        assertThat(told)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "publishedAt", "statedAt", "tags", "provenance")
                .containsExactlyInAnyOrderElementsOf(live);
    }

    /// Each state of METR's files is told at its time, with all that it changed.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025-08-01_a8d888bc/benchmark_results_1_0.yaml, 2025-08-02T01:50:36Z",
        "2026-01-24_e484004c/benchmark_results_1_0.yaml, 2026-01-24T21:59:39Z",
        "2026-01-30_94131bb2/benchmark_results_1_1.yaml, 2026-01-30T07:25:21Z",
        "2026-02-22_2afb13df/benchmark_results_1_1.yaml, 2026-02-22T21:10:22Z",
        LAST + ", 2026-03-04T02:04:54Z"
    })
    void builtInFactsTellEveryStateOfTheFiles(String file, Instant stated) throws Exception {
        List<ObservationPayload> told =
                Stream.of("/facts/metr-horizons.yaml", "/facts/metr-horizons-1-0.yaml")
                        .flatMap(it -> facts(it).observations().stream())
                        .filter(it -> !Objects.requireNonNull(it.statedAt()).isAfter(stated))
                        .sorted(Comparator.comparing(it -> Objects.requireNonNull(it.statedAt())))
                        .toList();
        List<ObservationPayload> horizons =
                map(file).observations().stream().filter(it -> !isScore(it)).toList();
        for (ObservationPayload row : horizons) {
            ObservationPayload then =
                    told.stream()
                            .filter(it -> Objects.equals(it.indicator(), row.indicator()))
                            .filter(it -> Objects.equals(it.externalId(), row.externalId()))
                            .reduce((_, later) -> later)
                            .orElseThrow();
            assertThat(then.value()).as("%s", row.externalId()).isEqualTo(row.value());
            assertThat(then.low()).as("%s", row.externalId()).isEqualTo(row.low());
            assertThat(then.high()).as("%s", row.externalId()).isEqualTo(row.high());
        }
    }

    private static boolean isOld(ObservationPayload it) {
        return String.valueOf(it.indicator()).endsWith("-v1-0");
    }

    private static boolean isScore(ObservationPayload it) {
        return "metr-suite-score".equals(it.indicator());
    }

    private static Mapped facts(String name) {
        try (InputStream in = RealFilesTest.class.getResourceAsStream(name)) {
            return new FactsConnector().map(fetched(Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException | DriftException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable String scaffold(
            List<ObservationPayload> rows, String key) {
        SubjectPayload subject =
                Objects.requireNonNull(find(rows, "metr-horizon-p50", key).subject());
        return subject.scaffold();
    }

    private static ObservationPayload find(
            List<ObservationPayload> rows, String indicator, String key) {
        return rows.stream()
                .filter(it -> indicator.equals(it.indicator()) && key.equals(it.externalId()))
                .findFirst()
                .orElseThrow();
    }

    private static Mapped map(String file) throws Exception {
        String folder = System.getProperty("rubicon.upstream.dir", "");
        assumeTrue(
                !folder.isBlank() && Files.isDirectory(Path.of(folder)),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        return map(Files.readAllBytes(Path.of(folder, "metr-time-horizons", file)));
    }

    private static Mapped map(byte[] payload) throws DriftException {
        return new MetrBenchmarkResults().map(fetched(payload));
    }

    private static Fetched fetched(byte[] payload) {
        Instant now = Instant.parse("2026-03-05T00:00:00Z");
        return new Fetched(
                "metr-time-horizons",
                "",
                "http://127.0.0.1/a.yaml",
                now,
                now,
                "abc",
                "run",
                payload);
    }
}
