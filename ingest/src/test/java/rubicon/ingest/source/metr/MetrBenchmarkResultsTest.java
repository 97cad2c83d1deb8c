package rubicon.ingest.source.metr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapped.Refused;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

class MetrBenchmarkResultsTest {
    private static final Instant STATED = Instant.parse("2026-03-04T02:04:54Z");
    private static final Instant READ = Instant.parse("2026-03-05T00:00:00Z");
    private static final String URL = "http://127.0.0.1/results.yaml";

    private final MetrBenchmarkResults connector = new MetrBenchmarkResults();

    @Test
    void flatRowGivesBothHorizonsWithAllThatIsKnownOfThem() throws Exception {
        Mapped mapped = map(one("claude_opus_4_6_inspect", "METR-Horizon-v1.1", ""));

        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations()).hasSize(2);
        assertThat(mapped.observations().getFirst())
                .isEqualTo(
                        new ObservationPayload(
                                "metr",
                                "claude_opus_4_6_inspect",
                                "metr-horizon-p50",
                                new SubjectPayload(
                                        "Claude Opus 4.6",
                                        "Anthropic",
                                        "metr_agents/react",
                                        LocalDate.of(2026, 2, 5),
                                        "AI"),
                                718.5,
                                319.0,
                                3949.0,
                                0.95,
                                "BOOTSTRAP",
                                null,
                                "min",
                                null,
                                LocalDate.of(2026, 2, 5),
                                "DAY",
                                STATED,
                                STATED,
                                null,
                                "THIRD_PARTY",
                                "https://metr.org/time-horizons/",
                                null,
                                null,
                                null,
                                Map.of(),
                                new ProvenancePayload(
                                        URL,
                                        READ,
                                        "abc",
                                        "metr-benchmark-results",
                                        "2",
                                        "run-1",
                                        "MIT")));
        assertThat(mapped.observations().get(1).indicator()).isEqualTo("metr-horizon-p80");
        assertThat(mapped.observations().get(1).value()).isEqualTo(69.5);
    }

    @Test
    void meanScoreOfSuite11IsAnObservationUnderTheSameKey() throws Exception {
        Mapped mapped = map(scored("METR-Horizon-v1.1", "{estimate: 0.788644}"));

        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations()).hasSize(3);
        ObservationPayload score = mapped.observations().get(2);
        assertThat(score.indicator()).isEqualTo("metr-suite-score");
        assertThat(score.externalId()).isEqualTo("gpt_4");
        assertThat(score.value()).isEqualTo(0.788644);
        assertThat(score.unit()).isEqualTo("share");
        assertThat(score.low()).isNull();
        assertThat(score.method()).isNull();
        assertThat(score.subject()).isEqualTo(mapped.observations().getFirst().subject());
        assertThat(score.observedOn()).isEqualTo(LocalDate.of(2026, 2, 5));
    }

    @Test
    void meanScoreOfSuite10HasNoIndicator() throws Exception {
        assertThat(map(scored("METR-Horizon-v1.0", "{estimate: 0.5}")).observations())
                .extracting(ObservationPayload::indicator)
                .containsExactly("metr-horizon-p50-v1-0", "metr-horizon-p80-v1-0");
    }

    @Test
    void meanScoreThatIsNoNumberIsRefusedAndCostsNoHorizon() throws Exception {
        Mapped mapped = map(scored("METR-Horizon-v1.1", "{estimate: high}"));

        assertThat(mapped.observations()).hasSize(2);
        assertThat(mapped.refused())
                .containsExactly(
                        new Refused(
                                "gpt_4",
                                new Violation(
                                        "results.gpt_4.metrics.average_score.estimate",
                                        "is missing or no number")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "METR-Horizon-v1.1, metr-horizon-p50,      metr-horizon-p80",
        "METR-Horizon-v1.0, metr-horizon-p50-v1-0, metr-horizon-p80-v1-0",
        "METR-Horizon-v1,   metr-horizon-p50-v1-0, metr-horizon-p80-v1-0"
    })
    void benchmarkNameOfTheRowDecidesTheDefinition(String name, String p50, String p80)
            throws Exception {
        assertThat(map(one("gpt_4", name, "")).observations())
                .extracting(ObservationPayload::indicator)
                .containsExactly(p50, p80);
    }

    @Test
    void rowWithoutABenchmarkNameTakesTheFilesOwn() throws Exception {
        assertThat(map(one("gpt_4", "", "METR-Horizon-v1.1")).observations())
                .extracting(ObservationPayload::indicator)
                .containsExactly("metr-horizon-p50", "metr-horizon-p80");
    }

    @Test
    void unknownDefinitionIsRefusedAndHindersNoOther() throws Exception {
        String both =
                one("gpt_4", "METR-Horizon-v1.1", "")
                        + one("next", "METR-Horizon-v2", "").substring(9);
        Mapped mapped = map(both);
        assertThat(mapped.observations()).hasSize(2);
        assertThat(mapped.refused())
                .containsExactly(
                        new Refused(
                                "next",
                                new Violation(
                                        "results.next.benchmark_name",
                                        "'METR-Horizon-v2' is no definition that is known here")));
    }

    @Test
    void singleAgentHasNoPartInTheKeyAndSeveralDo() throws Exception {
        Mapped mapped = map(fixture("nested.yaml"));
        assertThat(mapped.observations())
                .extracting(ObservationPayload::externalId, ObservationPayload::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("alpha_1", 5.0),
                        org.assertj.core.groups.Tuple.tuple("alpha_1", 1.5),
                        org.assertj.core.groups.Tuple.tuple("twins-1/one", 6.0),
                        org.assertj.core.groups.Tuple.tuple("twins-1/one", 1.5),
                        org.assertj.core.groups.Tuple.tuple("twins-1/two", 7.0));
        assertThat(mapped.refused())
                .containsExactly(
                        new Refused(
                                "twins-1/two",
                                new Violation(
                                        "results.twins-1.agents.two.p80_horizon_length.estimate",
                                        "is missing or no number")));
        SubjectPayload subject = Objects.requireNonNull(mapped.observations().get(2).subject());
        assertThat(subject.scaffold()).isEqualTo("one");
    }

    @Test
    void agentThatIsNamedNullIsNoScaffold() throws Exception {
        String file =
                """
                benchmark_name: METR-Horizon-v1
                results:
                  gpt2:
                    agents:
                      'null':
                        p50_horizon_length: {estimate: 0.04, ci_low: 0.002, ci_high: 0.13}
                        p80_horizon_length: {estimate: 0.005, ci_low: 0.001, ci_high: 0.03}
                    release_date: 2019-02-14
                """;
        assertThat(scaffold(file)).isNull();
    }

    @Test
    void scaffoldIsTheLastThatIsNamed() throws Exception {
        assertThat(scaffold(scaffolds("[duet, null]"))).isEqualTo("duet");
        assertThat(scaffold(scaffolds("[first, second]"))).isEqualTo("second");
        assertThat(scaffold(scaffolds("[null]"))).isNull();
        assertThat(scaffold(scaffolds("[]"))).isNull();
        assertThat(scaffold(scaffolds("null"))).isNull();
    }

    @Test
    void keyThatNobodyResolvedIsTheNameAndIsMarked() throws Exception {
        ObservationPayload row =
                map(one("model_of_tomorrow", "METR-Horizon-v1.1", "")).observations().getFirst();
        SubjectPayload subject = Objects.requireNonNull(row.subject());
        assertThat(subject.model()).isEqualTo("model_of_tomorrow");
        assertThat(subject.developer()).isNull();
        assertThat(row.tags()).isEqualTo(Map.of("unresolved", "true"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'2026-02-05'",
        "'\"2026-02-05\"'",
        "'2026-02-05T00:00:00Z'",
        "'2026-02-05 00:00:00'"
    })
    void dateIsReadHoweverItIsWritten(String written) throws Exception {
        String file = one("gpt_4", "METR-Horizon-v1.1", "").replace("2026-02-05", written);
        assertThat(map(file).observations().getFirst().observedOn())
                .isEqualTo(LocalDate.of(2026, 2, 5));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'release_date: 2026-02-05', 'release_date: soon',  release_date, 2",
        "'release_date: 2026-02-05', 'released: 2026-02-05', release_date, 2",
        "'metrics:',                 'measures:',            metrics, 2",
        "'estimate: 718.5',          'point: 718.5', metrics.p50_horizon_length.estimate, 3",
        "'estimate: 718.5', 'estimate: \"718.5\"',   metrics.p50_horizon_length.estimate, 3",
        "'estimate: 718.5', 'estimate: .nan',        metrics.p50_horizon_length.estimate, 3",
        "'estimate: 718.5', 'estimate: null',        metrics.p50_horizon_length.estimate, 3",
        "'ci_low: 319.0',   'ci_low: few',           metrics.p50_horizon_length.ci_low, 3",
        "'p50_horizon_length', 'p50_length', metrics.p50_horizon_length.estimate, 3"
    })
    void missingColumnIsNamedAndCostsOnlyItsRow(String right, String wrong, String field, int left)
            throws Exception {
        String good = one("gpt_4", "METR-Horizon-v1.1", "");
        String bad = one("bad", "METR-Horizon-v1.1", "").replace(right, wrong).substring(9);
        Mapped mapped = map(good + bad);
        assertThat(mapped.observations()).hasSize(left);
        assertThat(mapped.refused())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.externalId()).isEqualTo("bad");
                    assertThat(it.violation().field()).isEqualTo("results.bad." + field);
                });
    }

    @Test
    void estimateWithoutIntervalHasNoMethodEither() throws Exception {
        String file =
                one("gpt_4", "METR-Horizon-v1.1", "")
                        .replace(", ci_low: 319.0, ci_high: 3949.0", "");
        ObservationPayload row = map(file).observations().getFirst();
        assertThat(row.value()).isEqualTo(718.5);
        assertThat(row.low()).isNull();
        assertThat(row.level()).isNull();
        assertThat(row.method()).isNull();
    }

    @Test
    void boundAtInfinityIsAnOpenEnd() throws Exception {
        String file =
                one("gpt_4", "METR-Horizon-v1.1", "").replace("ci_high: 3949.0", "ci_high: .inf");
        ObservationPayload row = map(file).observations().getFirst();
        assertThat(row.low()).isEqualTo(319.0);
        assertThat(row.high()).isNull();
        assertThat(row.method()).isEqualTo("BOOTSTRAP");
    }

    @ParameterizedTest
    @CsvSource({"'benchmark_name: METR-Horizon-v1.1'", "'results: {}'", "'results: []'", "'- a'"})
    void fileWithoutResultsIsDrift(String file) {
        assertThatThrownBy(() -> map(file)).isInstanceOf(DriftException.class);
    }

    @Test
    void fileOfWhichNoRowCanBeReadIsDriftAndNamesTheFirstFault() {
        assertThatThrownBy(() -> map(one("gpt_4", "METR-Horizon-v9", "")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("results.gpt_4.benchmark_name");
    }

    private Mapped map(String yaml) throws DriftException {
        return connector.map(
                new Fetched("metr", "", URL, READ, STATED, "abc", "run-1", yaml.getBytes(UTF_8)));
    }

    private @org.jspecify.annotations.Nullable String scaffold(String file) throws DriftException {
        List<ObservationPayload> rows = map(file).observations();
        return Objects.requireNonNull(rows.getFirst().subject()).scaffold();
    }

    private static String scaffolds(String list) {
        return one("gpt_4", "METR-Horizon-v1.1", "")
                .replace("scaffolds: [other/agent, metr_agents/react]", "scaffolds: " + list);
    }

    private static String scored(String rowName, String score) {
        return one("gpt_4", rowName, "")
                .replace(
                        "    release_date",
                        "      average_score: %s%n    release_date".formatted(score));
    }

    /// A file with one row. The first line is `results:`, so that rows can be appended.
    private static String one(String key, String rowName, String fileName) {
        String row =
                """
                results:
                  %s:
                    metrics:
                      p50_horizon_length: {estimate: 718.5, ci_low: 319.0, ci_high: 3949.0}
                      p80_horizon_length: {estimate: 69.5, ci_low: 26.0, ci_high: 169.0}
                    release_date: 2026-02-05
                    scaffolds: [other/agent, metr_agents/react]
                """
                        .formatted(key);
        String own = rowName.isEmpty() ? "" : "    benchmark_name: %s%n".formatted(rowName);
        String files = fileName.isEmpty() ? "" : "benchmark_name: %s%n".formatted(fileName);
        return row + own + files;
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = MetrBenchmarkResultsTest.class.getResourceAsStream("/metr/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
