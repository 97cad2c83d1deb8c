package rubicon.ingest.source.evaltool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class EveryEvalEverTest {
    private static final String SHELL = "terminal-bench-v1";
    private static final Map<String, String> WANTED =
            Map.of("indicators.Shell Tasks", SHELL, "indicators.Odd Games", "weirdml");

    private final EveryEvalEver connector = new EveryEvalEver();

    @Test
    void sharesArePerCentAndTheKeyIsFreeOfTheRetrieval() throws Exception {
        Mapped mapped = map(WANTED, fixture());
        ObservationPayload row = TextFile.row(mapped, SHELL, "example-board/example/probe-1#shell");
        assertThat(row.value()).isEqualTo(57);
        assertThat(row.low()).isEqualTo(50);
        assertThat(row.high()).isEqualTo(64);
        assertThat(row.level()).isEqualTo(0.95);
        assertThat(row.n()).isEqualTo(80);
        assertThat(row.unit()).isEqualTo("%");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(row.evaluator()).isEqualTo("THIRD_PARTY");
        assertThat(row.evidence()).isEqualTo("https://example.org/shell");
        assertThat(row.tags()).isEqualTo(Map.of("library", "inspect_ai", "unresolved", "true"));
        assertThat(Objects.requireNonNull(row.subject()).developer()).isEqualTo("Example Lab");

        Mapped later = map(WANTED, fixture().replace("1770000000.25", "1780000000.5"));
        assertThat(TextFile.keys(later, SHELL)).isEqualTo(TextFile.keys(mapped, SHELL));
    }

    @Test
    void resultWithADateOfItsOwnAndAStandardError() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(WANTED, fixture()),
                        "weirdml",
                        "example-board/example/probe-1|Odd Games|");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(row.low()).isEqualTo(30);
        assertThat(row.high()).isEqualTo(32.5);
        assertThat(row.method()).isEqualTo("STANDARD_ERROR");
    }

    @Test
    void whatNobodyMappedIsTold_AndIfNothingIsItIsDrift() throws Exception {
        assertThat(map(WANTED, fixture()).passedOver())
                .containsExactly("'trivia/Trivia': it is no indicator");
        assertThatThrownBy(() -> map(Map.of("indicators.Nonesuch", SHELL), fixture()))
                .isInstanceOf(DriftException.class)
                .hasMessageContainingAll(
                        "'Nonesuch'", "'odd/Odd Games', 'shell/Shell Tasks/pass_rate'");
    }

    @Test
    void unitThatNobodyTellsIsAskedFor() throws Exception {
        Map<String, String> trivia = Map.of("indicators.Trivia", SHELL);
        assertThatThrownBy(() -> map(trivia, fixture()))
                .hasMessageContaining(
                        "evaluation_results.2.unit is not told; name that of 'Trivia'");
        ObservationPayload row =
                map(Map.of("indicators.Trivia", SHELL, "units.Trivia", "percent"), fixture())
                        .observations()
                        .getFirst();
        assertThat(row.value()).isEqualTo(12);
    }

    @Test
    void idOfAResultTellsItApartWithinItsEvaluationOnly() throws Exception {
        String brief =
                fixture()
                        .replace(
                                "\"evaluation_result_id\": \"example-board/example/probe-1/1770000000.25#shell\"",
                                "\"evaluation_result_id\": \"shell/overall\"");
        assertThat(TextFile.keys(map(WANTED, brief), SHELL))
                .containsExactly("example-board/example/probe-1|shell/overall");
        assertThat(TextFile.keys(map(WANTED, brief.replace("probe-1", "probe-2")), SHELL))
                .containsExactly("example-board/example/probe-2|shell/overall");
        String nameless =
                brief.replace(
                        "\"evaluation_id\": \"example-board/example/probe-1/1770000000.25\",", "");
        assertThat(TextFile.keys(map(WANTED, nameless), SHELL))
                .containsExactly("example/probe-1|shell/overall");
    }

    @Test
    void timeOfARunIsPartOfItsKey() throws Exception {
        String run =
                fixture()
                        .replace(
                                "\"retrieved_timestamp\": \"1770000000.25\"",
                                "\"retrieved_timestamp\": \"1770200002.5\"");
        assertThat(TextFile.keys(map(WANTED, run), SHELL))
                .containsExactly("example-board/example/probe-1/1770000000.25#shell");
    }

    @Test
    void scorerOfManyDataSetsIsToldApartByTheDataSetAndTheMetric() throws Exception {
        String log =
                """
                {"schema_version": "0.2.2", "evaluation_id": "%1$s/probe/1770000000",
                 "retrieved_timestamp": "1770200000", "model_info": {"id": "probe"},
                 "evaluation_results": [
                  {"evaluation_name": "choice", "source_data": {"dataset_name": "%1$s"},
                   "metric_config": {"evaluation_description": "accuracy", "min_score": 0, "max_score": 1},
                   "score_details": {"score": 0.5}},
                  {"evaluation_name": "choice", "source_data": {"dataset_name": "%1$s"},
                   "metric_config": {"evaluation_description": "std", "min_score": 0, "max_score": 1},
                   "score_details": {"score": 0.1}}]}
                """;
        Map<String, String> wanted =
                Map.of(
                        "indicators.shell/choice/accuracy",
                        SHELL,
                        "indicators.odd/choice/accuracy",
                        "weirdml");
        Mapped both =
                map(wanted, "[%s, %s]".formatted(log.formatted("shell"), log.formatted("odd")));
        assertThat(both.observations())
                .extracting(ObservationPayload::value)
                .containsExactly(50.0, 50.0);
        assertThat(TextFile.keys(both, SHELL))
                .containsExactly("shell/probe/1770000000|choice|accuracy");
        assertThat(TextFile.keys(both, "weirdml"))
                .containsExactly("odd/probe/1770000000|choice|accuracy");
        assertThatThrownBy(() -> map(Map.of("indicators.choice", SHELL), log.formatted("shell")))
                .isInstanceOf(DriftException.class);
    }

    @Test
    void intervalMayBeSaidByItsDistancesFromTheScore() throws Exception {
        String around =
                fixture()
                        .replace(
                                "\"lower\": 0.5, \"upper\": 0.64",
                                "\"lower\": -0.02, \"upper\": 0.04");
        ObservationPayload row = map(WANTED, around).observations().getFirst();
        assertThat(row.value()).isEqualTo(57);
        assertThat(row.low()).isCloseTo(55, within(1e-9));
        assertThat(row.high()).isCloseTo(61, within(1e-9));

        String beside =
                fixture()
                        .replace(
                                "\"lower\": 0.5, \"upper\": 0.64",
                                "\"lower\": 0.6, \"upper\": 0.64");
        Mapped mapped = map(WANTED, beside);
        assertThat(mapped.observations().getFirst().low()).isNull();
        assertThat(mapped.passedOver())
                .contains("an interval from 0.6 to 0.64, for the score is 0.57");
    }

    @Test
    void nameOfSeveralMetricsIsNoneUntilTheMetricIsNamed() throws Exception {
        String twice = fixture().replace("\"Odd Games\"", "\"Shell Tasks\"");
        assertThat(map(WANTED, fixture()).observations()).hasSize(2);
        assertThatThrownBy(() -> map(Map.of("indicators.Shell Tasks/x", SHELL), twice))
                .isInstanceOf(DriftException.class);
        assertThat(map(Map.of("indicators.Shell Tasks/pass_rate", SHELL), twice).observations())
                .hasSize(1);
    }

    @Test
    void earlierVersionIsRead_AnUnknownOneIsTold() throws Exception {
        String early = fixture().replace("0.3.0", "0.2.1").replace("\"eval_library\"", "\"x\"");
        assertThat(map(WANTED, early).observations()).hasSize(2);
        assertThatThrownBy(() -> map(WANTED, fixture().replace("0.3.0", "0.4.0")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'schema_version' is '0.4.0'");
    }

    @Test
    void unknownLevelAndUnknownEvaluatorAreRefused() throws Exception {
        String odd =
                fixture()
                        .replace("\"score\": 0.3125", "\"score\": -1")
                        .replace(
                                "\"min_score\": 0.0,",
                                "\"min_score\": 0, \"has_unknown_level\": true,");
        assertThat(TextFile.refused(map(WANTED, odd)))
                .singleElement()
                .asString()
                .endsWith("evaluation_results.1.score_details.score is the level 'unknown'");
        assertThatThrownBy(() -> map(WANTED, fixture().replace("third_party", "friend")))
                .hasMessageContaining("evaluator_relationship 'friend' is not known");
    }

    @Test
    void listOfDocumentsIsRead() throws Exception {
        String two = "[%s, %s]".formatted(fixture(), fixture().replace("probe-1", "probe-2"));
        assertThat(map(WANTED, two).observations()).hasSize(4);
    }

    @Test
    void termsAreThoseOfTheOption_OrThoseThatRubiconWroteItself() throws Exception {
        assertThat(licences(WANTED, fixture())).containsOnly("none stated");
        Map<String, String> options = new HashMap<>(WANTED);
        options.put("licence", "CC-BY-4.0");
        assertThat(licences(options, fixture())).containsOnly("CC-BY-4.0");
        String own =
                """
                {"schema_version": "0.3.0", "evaluation_id": "e", "model_info": {"id": "m"},
                 "source_metadata": {"additional_details": {"licence": "MIT"}},
                 "evaluation_results": [{"evaluation_name": "W",
                   "metric_config": {"metric_id": "rubicon:weirdml", "metric_unit": "%"},
                   "score_details": {"score": 5, "details": {"external_id": "x"}}}]}
                """;
        assertThat(licences(options, own)).containsExactly("MIT");
        assertThat(licences(options, own.replace("licence", "terms"))).containsExactly("CC-BY-4.0");
        assertThat(
                        licences(
                                options,
                                own.replace("rubicon:weirdml", "Odd").replace("W", "Odd Games")))
                .containsExactly("CC-BY-4.0");
    }

    private List<String> licences(Map<String, String> options, String text) throws DriftException {
        return map(options, text).observations().stream()
                .map(it -> Objects.requireNonNull(it.provenance()).licence())
                .map(String::valueOf)
                .toList();
    }

    private Mapped map(Map<String, String> options, String text) throws DriftException {
        return TextFile.map(connector, options, text.getBytes(UTF_8));
    }

    private static String fixture() throws Exception {
        return TextFile.fixture("every-eval-ever/evaluation.json");
    }
}
