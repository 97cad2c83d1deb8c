package rubicon.benchmarks.horizon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import rubicon.model.horizon.HorizonRun;

/// METR's file of single runs, `all_runs.jsonl`, as it is or packed by gzip.
final class RunFile {
    private RunFile() {}

    /// The runs of a file.
    static List<HorizonRun> read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /// The runs of a file, some with the verdict of a later file.
    ///
    /// @param verdicts scores by the id of the run; runs that are not there keep their own
    static List<HorizonRun> read(Path file, Map<String, Double> verdicts) throws IOException {
        List<HorizonRun> runs = new ArrayList<>();
        forEach(
                file,
                line ->
                        runs.add(
                                new HorizonRun(
                                        line.path("alias").asText(),
                                        line.path("task_family").asText(),
                                        line.path("task_id").asText(),
                                        line.path("human_minutes").asDouble(),
                                        verdicts.getOrDefault(
                                                line.path("run_id").asText(), score(line)))));
        return runs;
    }

    /// The verdicts of a file, by the id of the run.
    static Map<String, Double> verdicts(Path file) throws IOException {
        Map<String, Double> verdicts = new HashMap<>();
        forEach(file, line -> verdicts.put(line.path("run_id").asText(), score(line)));
        return verdicts;
    }

    private static double score(JsonNode line) {
        return line.path("score_binarized").asDouble();
    }

    private static void forEach(Path file, Consumer<JsonNode> taker) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    taker.accept(json.readTree(line));
                }
            }
        }
    }
}
