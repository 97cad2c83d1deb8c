package rubicon.benchmarks.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.model.horizon.HorizonRun;

class RunFileTest {
    private static final String LINE =
            """
            {"run_id": "r", "task_id": "f/t", "task_family": "f", "alias": "Agent", "human_minutes": 4.5, "score": 3.2, "score_binarized": 1}
            """;

    @TempDir Path folder;

    @Test
    void aFileIsReadAsItIsOrPacked() throws IOException {
        Path plain = Files.writeString(folder.resolve("all_runs.jsonl"), LINE + "\n" + LINE);
        Path packed = folder.resolve("all_runs.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        HorizonRun run = new HorizonRun("Agent", "f", "f/t", 4.5, 1);
        assertThat(RunFile.read(plain)).containsExactly(run, run);
        assertThat(RunFile.read(packed)).containsExactly(run, run);
    }

    @Test
    void aLaterVerdictTakesThePlaceOfTheOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("all_runs.jsonl"), LINE);
        Path later =
                Files.writeString(
                        folder.resolve("later.jsonl"),
                        LINE.replace("\"score_binarized\": 1", "\"score_binarized\": 0"));
        assertThat(RunFile.read(file, RunFile.verdicts(later)))
                .containsExactly(new HorizonRun("Agent", "f", "f/t", 4.5, 0));
    }
}
