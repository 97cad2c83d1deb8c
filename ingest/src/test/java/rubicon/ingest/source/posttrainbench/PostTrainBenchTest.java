package rubicon.ingest.source.posttrainbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class PostTrainBenchTest {
    private static final String AVERAGE = "posttrainbench-avg";
    private static final String HEADER = "agent,avg,std,n\n";

    private final PostTrainBench connector = new PostTrainBench();

    @Test
    void fractionsBecomePerCentWithTheDeviationOfRunsAsInterval() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        csv("Gemini-3-Pro,0.35,0.0241130354919,3\n\n"), AVERAGE, "Gemini-3-Pro");
        assertThat(row.value()).isEqualTo(35.0);
        assertThat(row.low()).isEqualTo(32.5887);
        assertThat(row.high()).isEqualTo(37.4113);
        assertThat(row.level()).isNull();
        assertThat(row.method()).isEqualTo("STANDARD_DEVIATION_OF_RUNS");
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.unit()).isEqualTo("%");
        assertThat(row.observedOn()).isNull();
        assertThat(row.subject())
                .isEqualTo(
                        new SubjectPayload(
                                "Gemini 3 Pro", "Google DeepMind", "Gemini CLI", null, "AI"));
    }

    @Test
    void renamedAgentIsTheSame() throws Exception {
        ObservationPayload before =
                TextFile.row(csv("GPT-5.3-Codex,0.1375,,3"), AVERAGE, "GPT-5.3-Codex_Med");
        ObservationPayload after =
                TextFile.row(csv("GPT-5.3-Codex_Med,0.1375,,3"), AVERAGE, "GPT-5.3-Codex_Med");
        assertThat(before).isEqualTo(after);
        assertThat(before.low()).isNull();
        assertThat(before.method()).isNull();
        assertThat(before.tags()).isEqualTo(Map.of("effort", "medium"));
    }

    @Test
    void badRowIsRefusedWithItsField() throws Exception {
        Mapped mapped = csv("Opus-4.5,many,0.1,3\nOpus-4.6,0.2,-0.1,3\nNonesuch-1,0.1,0.01,2");
        assertThat(mapped.observations())
                .map(ObservationPayload::externalId)
                .containsExactly("Nonesuch-1");
        assertThat(mapped.observations().getFirst().tags()).isEqualTo(Map.of("unresolved", "true"));
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "Opus-4.5", new Violation("row 1.avg", "'many' is no number")),
                        new Mapped.Refused("Opus-4.6", new Violation("row 2.std", "is below 0")));
    }

    @Test
    void singleRunIsAveragedFromTheSitesScores() throws Exception {
        Mapped mapped =
                both(
                        """
                        {"benchmarkWeights": {"aime2025": 0.25, "gsm8k": 0.75},
                         "modelBenchmarkData": {
                          "base-model": {"m1": {"aime2025": {"value": 1}, "gsm8k": {"value": 1}}},
                          "human-fewshot": {"m1": {"aime2025": {"value": 1}, "gsm8k": {"value": 1}}},
                          "opus-4.6": {"m1": {"aime2025": {"value": 9}, "gsm8k": {"value": 9}}},
                          "glm-5": {
                           "m1": {"aime2025": {"value": 2.0, "fallbackType": false},
                                  "gsm8k": {"value": 12.0, "fallbackType": "not_stored"}},
                           "m2": {"aime2025": {"value": 4.0, "fallbackType": "error"},
                                  "gsm8k": {"value": 41.0, "fallbackType": false}}},
                          "glm-4.7": {"m1": {"aime2025": {"value": 2.0}}}},
                         "aggregatedScores": {"opus-4.6": {"avg": 9.0}}}
                        """);
        // (0.25 * 2 + 0.75 * 12 + 0.25 * 4 + 0.75 * 41) / 2
        ObservationPayload row = TextFile.row(mapped, AVERAGE, "glm-5");
        assertThat(row.value()).isEqualTo(20.625);
        assertThat(row.n()).isEqualTo(1);
        assertThat(row.low()).isNull();
        assertThat(row.tags()).isEqualTo(Map.of("fallbacks", "2"));
        assertThat(mapped.observations())
                .map(ObservationPayload::externalId)
                .containsExactly("Opus-4.6", "glm-5");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "glm-4.7",
                                new Violation(
                                        "modelBenchmarkData.glm-4.7.m1.gsm8k.value",
                                        "is missing or no number")));
    }

    @Test
    void weightsThatAreNotWholeAverageNothing() throws Exception {
        Mapped mapped =
                both(
                        """
                        {"benchmarkWeights": {"aime2025": 0.25},
                         "modelBenchmarkData": {"glm-5": {"m1": {"aime2025": {"value": 2.0}}}},
                         "aggregatedScores": {}}
                        """);
        assertThat(mapped.observations())
                .map(ObservationPayload::externalId)
                .containsExactly("Opus-4.6");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "glm-5",
                                new Violation(
                                        "modelBenchmarkData.glm-5.benchmarkWeights",
                                        "add up to 0.25")));
    }

    private Mapped csv(String rows) throws DriftException {
        return TextFile.map(connector, Map.of("data/single_metrics_aggregated.csv", HEADER + rows));
    }

    private Mapped both(String scores) throws DriftException {
        return TextFile.map(
                connector,
                Map.of(
                        "data/single_metrics_aggregated.csv",
                        HEADER + "Opus-4.6,0.09,0.01,3",
                        "scores.json",
                        scores));
    }
}
