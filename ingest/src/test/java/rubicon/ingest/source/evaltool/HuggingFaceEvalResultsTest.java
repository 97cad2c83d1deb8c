package rubicon.ingest.source.evaltool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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

class HuggingFaceEvalResultsTest {
    private static final String SHELL = "terminal-bench-v1";
    private static final Map<String, String> WANTED =
            Map.of(
                    "model", "deepseek-ai/DeepSeek-R1",
                    "indicators.example/shell", SHELL,
                    "units.example/shell", "percent",
                    "indicators.example/odd/games", "weirdml",
                    "units.example/odd/games", "share");

    private final HuggingFaceEvalResults connector = new HuggingFaceEvalResults();

    @Test
    void setTaskAndNotesTellResultsApart() throws Exception {
        Mapped mapped = map(WANTED, fixture());
        ObservationPayload shell =
                TextFile.row(mapped, SHELL, "deepseek-ai/DeepSeek-R1|example/shell|");
        assertThat(shell.value()).isEqualTo(57.5);
        assertThat(shell.observedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(shell.evidence()).isEqualTo("https://example.org/traces");
        assertThat(Objects.requireNonNull(shell.subject()).model()).isEqualTo("DeepSeek-R1");
        ObservationPayload noted =
                TextFile.row(
                        mapped, "weirdml", "deepseek-ai/DeepSeek-R1|example/odd/games|with tools");
        assertThat(noted.value()).isEqualTo(31.25);
        assertThat(noted.note()).isEqualTo("with tools");
        assertThat(noted.observedOn()).isNull();
        assertThat(TextFile.row(mapped, "weirdml", "deepseek-ai/DeepSeek-R1|example/odd/games|"))
                .extracting(ObservationPayload::value)
                .isEqualTo(25.0);
        assertThat(mapped.passedOver())
                .containsExactly("'example/trivia/default': it is no indicator");
    }

    @Test
    void resultOfOneTaskThatTwoReportIsTwo() throws Exception {
        String again =
                """
                - dataset: {id: example/shell}
                  value: 55.5
                  source: {url: "https://example.net/paper"}
                """;
        Mapped mapped = map(WANTED, fixture() + again);
        String key = "deepseek-ai/DeepSeek-R1|example/shell|";
        assertThat(TextFile.row(mapped, SHELL, key).value())
                .as("is the same row as before there was another")
                .isEqualTo(57.5);
        assertThat(TextFile.row(mapped, SHELL, key + "|https://example.net/paper").value())
                .isEqualTo(55.5);
    }

    @Test
    void unitIsNeverGuessed() {
        Map<String, String> options = new HashMap<>(WANTED);
        options.keySet().removeIf(it -> it.startsWith("units."));
        assertThatThrownBy(() -> map(options, fixture()))
                .hasMessageContaining("0.unit is not told; name that of 'example/shell'");
    }

    @Test
    void modelIsInTheAddressOrInTheOptions() {
        Map<String, String> options = new HashMap<>(WANTED);
        options.remove("model");
        assertThatThrownBy(() -> map(options, fixture()))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("option 'model'");
    }

    /// A file may be written anew in another order, and who reports later is put on top by some.
    @Test
    void earliestReportHasTheShortKeyWhereverItStands() throws Exception {
        String early =
                "- {dataset: {id: example/shell}, value: 1, date: 2026-01-02, source: {url: https://b.example}}\n";
        String late =
                "- {dataset: {id: example/shell}, value: 2, date: 2026-02-01, source: {url: https://a.example}}\n";
        String undated =
                "- {dataset: {id: example/shell}, value: 3, source: {url: https://0.example}}\n";
        String key = "deepseek-ai/DeepSeek-R1|example/shell|";
        for (List<String> order :
                List.of(List.of(early, late, undated), List.of(undated, late, early))) {
            assertThat(map(WANTED, String.join("", order)).observations())
                    .extracting(it -> it.externalId(), it -> it.value())
                    .containsExactlyInAnyOrder(
                            tuple(key, 1.0),
                            tuple(key + "|https://a.example", 2.0),
                            tuple(key + "|https://0.example", 3.0));
        }
    }

    @Test
    void badRowIsRefusedWithItsField() throws Exception {
        String bad = "- {dataset: {id: example/shell}, value: often}\n- {value: 1}\n";
        assertThat(TextFile.refused(map(WANTED, fixture() + bad)))
                .containsExactly(
                        "deepseek-ai/DeepSeek-R1|example/shell|: 4.value 'often' is no number",
                        "deepseek-ai/DeepSeek-R1||: 5.dataset.id is missing");
    }

    private Mapped map(Map<String, String> options, String text) throws DriftException {
        return TextFile.map(connector, options, text.getBytes(UTF_8));
    }

    private static String fixture() throws Exception {
        return TextFile.fixture("huggingface-eval-results/odd.yaml");
    }
}
