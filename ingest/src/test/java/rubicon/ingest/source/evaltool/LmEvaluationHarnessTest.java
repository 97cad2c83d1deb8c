package rubicon.ingest.source.evaltool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

class LmEvaluationHarnessTest {
    private static final String SHELL = "terminal-bench-v1";

    private final LmEvaluationHarness connector = new LmEvaluationHarness();

    @Test
    void metricWithItsFilterErrorAndRun() throws Exception {
        Map<String, String> byTheShortName = Map.of("indicators.shell_tasks/exact_match", SHELL);
        ObservationPayload row = only(map(byTheShortName, fixture()));
        assertThat(row.externalId())
                .isEqualTo("example/probe-1|shell_tasks|exact_match,none|1769940000");
        assertThat(row.value()).isEqualTo(57);
        assertThat(row.low()).isEqualTo(52);
        assertThat(row.high()).isEqualTo(62);
        assertThat(row.n()).isEqualTo(80);
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(row.disputed()).isNull();
        assertThat(row.tags()).containsEntry("shots", "0").containsEntry("taskVersion", "1.0");
    }

    @Test
    void errorThatIsNoneIsNone_AndARunThatWasCutShortDoesNotCount() throws Exception {
        ObservationPayload row =
                only(
                        map(
                                Map.of(
                                        "indicators.odd_games/score,strict", "weirdml",
                                        "units.odd_games/score,strict", "percent"),
                                fixture()));
        assertThat(row.value()).isEqualTo(31.25);
        assertThat(row.low()).isNull();
        assertThat(row.disputed()).isEqualTo("20 of 200 samples");
    }

    @Test
    void metricOfAFilterIsNeverTakenByItsShortName() {
        assertThatThrownBy(() -> map(Map.of("indicators.odd_games/score", SHELL), fixture()))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'odd_games/score,strict'");
    }

    @Test
    void metricWhoseUnitIsNotKnownNeedsTheOption() {
        assertThatThrownBy(() -> map(Map.of("indicators.odd_games/score,strict", SHELL), fixture()))
                .hasMessageContaining(
                        "name that of 'odd_games/score,strict' in the option 'units'");
    }

    @Test
    void oldFileHasPlainKeysNoDateAndTheModelAmongItsArguments() throws Exception {
        ObservationPayload row =
                only(
                        map(
                                Map.of("indicators.shell_tasks/acc", SHELL),
                                """
                                {"results": {"shell_tasks": {"acc": 0.25, "acc_stderr": 0.0125}},
                                 "versions": {},
                                 "config": {"model": "gpt2", "limit": 10,
                                  "model_args": "dtype=auto,pretrained=deepseek-ai/DeepSeek-R1,x=1"}}
                                """));
        assertThat(row.externalId()).isEqualTo("deepseek-ai/DeepSeek-R1|shell_tasks|acc,none|");
        assertThat(row.observedOn()).isNull();
        assertThat(row.low()).isEqualTo(23.75);
        assertThat(row.disputed()).isEqualTo("at most 10 samples of each task");
        assertThat(row.tags()).isEmpty();
    }

    @Test
    void adapterIsTheModel_AndWithoutADateRunsAreToldApartByTheirShots() throws Exception {
        String old =
                """
                {"results": {"shell_tasks": {"acc": 0.25}}, "versions": {},
                 "config": {"model": "hf-causal", "num_fewshot": %d, "model_args": "%s"}}
                """;
        Map<String, String> wanted = Map.of("indicators.shell_tasks/acc", SHELL);
        ObservationPayload adapter =
                only(map(wanted, old.formatted(10, "pretrained=example/base,peft=example/tuned")));
        assertThat(adapter.externalId()).isEqualTo("example/tuned|shell_tasks|acc,none|10-shot");
        assertThat(adapter.tags()).containsEntry("shots", "10");
        ObservationPayload base = only(map(wanted, old.formatted(0, "pretrained=example/base")));
        assertThat(base.externalId()).isEqualTo("example/base|shell_tasks|acc,none|0-shot");
        ObservationPayload engine = only(map(wanted, old.formatted(0, "engine=davinci-x")));
        assertThat(engine.externalId()).isEqualTo("davinci-x|shell_tasks|acc,none|0-shot");
    }

    private Mapped map(Map<String, String> options, String text) throws DriftException {
        return TextFile.map(connector, options, text.getBytes(UTF_8));
    }

    private static ObservationPayload only(Mapped mapped) {
        assertThat(mapped.observations()).hasSize(1);
        return mapped.observations().getFirst();
    }

    private static String fixture() throws Exception {
        return TextFile.fixture("lm-evaluation-harness/results_2026-02-01T10-00-00.000000.json");
    }
}
