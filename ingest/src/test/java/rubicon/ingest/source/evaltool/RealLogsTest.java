package rubicon.ingest.source.evaltool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;

/// Inspect's real logs, where the property `rubicon.upstream.dir` names the folder that holds them.
/// Oracle of the values: the files themselves, read by other means (Python).
class RealLogsTest {
    private static final String WANTED = "weirdml";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-08-13_9bce4136/eee_data_arc_qwen.json, 33.3333, 3 of 2376 samples, 3, 1",
        "2026-08-13_9bce4136/eee_data_pubmedqa_gpt4o_mini.json, 100, 2 of 500 samples, 2, 2",
        "2026-08-22_499e6152/2024-11-05T13-31-45-05-00_input-task_8zXjbRzCWrL9GXiXo2vus9.json, 100,, 1, 1",
        "2026-08-22_499e6152/2024-11-05T13-32-37-05-00_input-task_hxs4q9azL3ySGkjJirypKZ.eval, 100,, 1, 1",
        "2026-08-22_499e6152/2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQBrfWsAopzWr.eval,,, 0, 0",
        "2026-08-22_499e6152/2025-05-12T20-28-13-04-00_no-samples.json,,, 0, 0",
        "2026-08-22_499e6152/2025-05-12T20-28-13-04-00_popularity.json,,, 0, 0",
        "2026-08-22_499e6152/2025-05-12T20-28-26-04-00_security-guide.json, 100, 3 of 16 samples, 3, 3",
        "2026-08-22_499e6152/log_formats.eval, 0, 1 of 100 samples, 1, 0",
        "2026-08-22_499e6152/log_formats.json, 0, 1 of 100 samples, 1, 0",
        "2026-08-22_499e6152/log_streaming.eval, 75, 2 of 100 samples, 4, 3",
    })
    void logGivesItsAggregateScoreAndItsSamples(
            String file, @Nullable Double value, @Nullable String disputed, int runs, int solved)
            throws Exception {
        Path folder =
                Path.of(System.getProperty("rubicon.upstream.dir", ""), "inspect-ai-eval-logs");
        assumeTrue(
                Files.isDirectory(folder),
                "SKIPPED: rubicon.upstream.dir does not name the folder of real upstream files");
        Mapped mapped =
                TextFile.map(
                        new InspectLogs(),
                        Map.of(
                                "indicators.inspect_evals/arc_easy/choice/accuracy", WANTED,
                                "indicators.inspect_evals/pubmedqa/choice/accuracy", WANTED,
                                "indicators.input_task/model_graded_fact/accuracy", WANTED,
                                "indicators.security_guide/model_graded_fact/accuracy", WANTED,
                                "indicators.popularity/match/accuracy", WANTED),
                        Files.readAllBytes(folder.resolve(file)));
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.runs()).hasSize(runs);
        assertThat(mapped.runs().stream().filter(it -> Double.valueOf(1).equals(it.score())))
                .hasSize(solved);
        if (value == null) {
            assertThat(mapped.observations()).isEmpty();
            assertThat(mapped.passedOver()).hasSize(1);
        } else {
            ObservationPayload row = mapped.observations().getFirst();
            assertThat(mapped.observations()).hasSize(1);
            assertThat(row.value()).isEqualTo(value);
            assertThat(row.disputed()).isEqualTo(disputed);
        }
    }
}
