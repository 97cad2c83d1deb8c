package rubicon.ingest.source.algotune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class AlgoTuneReportsTest {
    private static final String HARMONIC = "algotune-harmonic";

    private final AlgoTuneReports connector = new AlgoTuneReports();

    @Test
    void meanIsHarmonic_AndFailuresAndSlowDownsCountAsOne() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        TextFile.map(
                                connector,
                                """
                                {"a": {"o4-mini": {"final_speedup": "4.00000"}},
                                 "b": {"o4-mini": {"final_speedup": "N/A"}},
                                 "c": {"o4-mini": {"final_speedup": "0.50000"}},
                                 "d": {"o4-mini": {"final_speedup": "Error"}},
                                 "e": {"o4-mini": {"final_speedup": 2}}}
                                """),
                        HARMONIC,
                        "o4-mini");
        // 5 / (1/4 + 1 + 1 + 1 + 1/2)
        assertThat(row.value()).isEqualTo(1.3333);
        assertThat(row.n()).isEqualTo(5);
        assertThat(row.unit()).isEqualTo("×");
        assertThat(row.observedOn()).isNull();
        assertThat(row.subject())
                .isEqualTo(new SubjectPayload("o4-mini", "OpenAI", null, null, "AI"));
        assertThat(row.tags()).isEqualTo(Map.of("failures", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini/gemini-2.5-pro, gemini-2.5-pro, Gemini 2.5 Pro",
        "openrouter/z-ai/glm-4.5, glm-4.5, GLM-4.5",
        "glm-4.5, glm-4.5, GLM-4.5",
        "gpt-5-pro, gpt-5-pro (medium), GPT-5 Pro",
        "nonesuch/nonesuch-1, nonesuch-1, nonesuch-1",
    })
    void renamedModelIsTheSame(String key, String externalId, String model) throws Exception {
        Mapped mapped =
                TextFile.map(
                        connector,
                        "{\"a\": {\"%s\": {\"final_speedup\": \"1.5\"}}}".formatted(key));
        ObservationPayload row = TextFile.row(mapped, HARMONIC, externalId);
        assertThat(row.subject()).isNotNull().returns(model, SubjectPayload::model);
        assertThat(row.value()).isEqualTo(1.5);
    }

    @Test
    void modelWithoutAllTasks_OrWithABadNumber_IsRefused() throws Exception {
        Mapped mapped =
                TextFile.map(
                        connector,
                        """
                        {"a": {"gpt-5": {"final_speedup": "2"}, "gpt-5.2": {"final_speedup": "9"},
                               "o4-mini": {"final_speedup": "fast"}, "gpt-5.4": {}},
                         "b": {"gpt-5": {"final_speedup": "2"}, "o4-mini": {"final_speedup": "1"},
                               "gpt-5.4": {"final_speedup": "1"}}}
                        """);
        assertThat(mapped.observations())
                .map(ObservationPayload::externalId)
                .containsExactly("gpt-5");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "gpt-5.2",
                                new Violation(
                                        "gpt-5.2.final_speedup", "is there for 1 of 2 tasks")),
                        new Mapped.Refused(
                                "gpt-5.4", new Violation("gpt-5.4.a.final_speedup", "is missing")),
                        new Mapped.Refused(
                                "o4-mini",
                                new Violation("o4-mini.a.final_speedup", "'fast' is no number")));
    }

    @Test
    void reportThatIsNoObjectIsDrift() {
        assertThatThrownBy(() -> TextFile.map(connector, "[]"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("no object of tasks");
    }
}
