package rubicon.ingest.source.metr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.EvalRunPayload;

class MetrRunsTest {
    private static final String RUN =
            """
            {"run_id": "r-1", "task_id": "alpha/main", "task_family": "alpha", "alias": "o1-preview",
             "score": 1.7, "score_binarized": 1, "human_minutes": 30.5,
             "started_at": 1734070031112, "completed_at": 1734071923976}\
            """
                    .replace("\n", "");

    private static Mapped map(Map<String, String> options, String... lines) throws DriftException {
        return new MetrRuns()
                .map(new Delivery(options, List.of(TextFile.of(String.join("\n", lines)))));
    }

    private static EvalRunPayload only(String line) throws DriftException {
        Mapped mapped = map(Map.of(), line);
        assertThat(mapped.refused()).isEmpty();
        return mapped.runs().getFirst();
    }

    @Test
    void runIsTakenWithMetrsVerdictAndTheAgentsNameVerbatim() throws DriftException {
        EvalRunPayload run = only(RUN);
        assertThat(run.runId()).isEqualTo("r-1");
        assertThat(run.suite()).isEqualTo("metr-horizon");
        assertThat(run.agent()).isEqualTo("o1-preview");
        assertThat(run.taskId()).isEqualTo("alpha/main");
        assertThat(run.taskFamily()).isEqualTo("alpha");
        assertThat(run.humanMinutes()).isEqualTo(30.5);
        assertThat(run.score()).isEqualTo(1.0);
        assertThat(run.startedAt()).isEqualTo(Instant.parse("2024-12-13T06:07:11.112Z"));
        assertThat(run.completedAt()).isEqualTo(Instant.parse("2024-12-13T06:38:43.976Z"));
        assertThat(run.statedAt()).isEqualTo(TextFile.STATED);
    }

    @Test
    void optionsNameTheSuiteAndAnotherScore() throws DriftException {
        EvalRunPayload run =
                map(Map.of("suite", "metr-horizon-1-0", "score", "score"), RUN).runs().getFirst();
        assertThat(run.suite()).isEqualTo("metr-horizon-1-0");
        assertThat(run.score()).isEqualTo(1.7);
    }

    @Test
    void runOfAPersonHasANumberForIdAndNoTimes() throws DriftException {
        EvalRunPayload run =
                only(
                        RUN.replace("\"r-1\"", "65")
                                .replace("o1-preview", "human")
                                .replace("1734070031112", "0")
                                .replace("1734071923976", "28800000"));
        assertThat(run.runId()).isEqualTo("65");
        assertThat(run.agent()).isEqualTo("human");
        assertThat(run.startedAt()).isNull();
        assertThat(run.completedAt()).isNull();
    }

    @Test
    void lineThatCannotBeReadIsNamedAndHindersNoOther() throws DriftException {
        Mapped mapped =
                map(Map.of(), RUN, "", "{\"run_id\": \"r-2\", \"ali", RUN.replace("alias", "name"));
        assertThat(mapped.runs()).hasSize(1);
        assertThat(mapped.refused())
                .map(it -> it.violation().field() + " " + it.violation().message())
                .containsExactly("line 3 is no JSON", "line 4.alias is missing");
    }

    @Test
    void fileOfAnotherFormIsDriftAndNamesWhatIsMissing() {
        assertThatThrownBy(() -> map(Map.of(), RUN.replace("human_minutes", "minutes")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("human_minutes is missing");
    }
}
