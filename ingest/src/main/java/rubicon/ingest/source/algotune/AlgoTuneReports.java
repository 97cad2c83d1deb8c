package rubicon.ingest.source.algotune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Decimals;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// AlgoTune's `reports/agent_summary.json`: for each task the speed-up of each model's program, as
/// text. What counts is the harmonic mean over all tasks, failures and slow-downs as 1; it is
/// computed here. A model that is still without some tasks has none yet and is refused. The report
/// gives no dates.
public final class AlgoTuneReports implements FileConnector {
    static final String ID = "algotune";

    /// Keys that were renamed otherwise than by losing their provider.
    private static final Map<String, String> RENAMED = Map.of("gpt-5-pro", "gpt-5-pro (medium)");

    private final Aliases names = Aliases.of("algotune-models");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public boolean isUndated() {
        return true;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        JsonNode report = JsonTree.read(file);
        if (!report.isObject()) {
            throw new DriftException("the report is no object of tasks");
        }
        int tasks = 0;
        SortedMap<String, SortedMap<String, JsonNode>> byModel = new TreeMap<>();
        for (Map.Entry<String, JsonNode> task : report.properties()) {
            if (task.getValue().isObject()) {
                tasks++;
                collect(task.getKey(), task.getValue(), byModel);
            }
        }
        int all = tasks;
        Mapping mapping = new Mapping();
        byModel.forEach((model, results) ->
                mapping.row(model, model, () -> mapping.add(report(file, model, results, all))));
        return mapping.mapped();
    }

    private static void collect(
            String task, JsonNode models, Map<String, SortedMap<String, JsonNode>> byModel) {
        for (Map.Entry<String, JsonNode> model : models.properties()) {
            if (model.getValue().isObject()) {
                byModel.computeIfAbsent(key(model.getKey()), _ -> new TreeMap<>())
                        .put(task, model.getValue());
            }
        }
    }

    /// The key without the provider that it was asked through, such as `openrouter/z-ai/`, which
    /// the report dropped later on.
    private static String key(String verbatim) {
        String model = verbatim.substring(verbatim.lastIndexOf('/') + 1);
        return RENAMED.getOrDefault(model, model);
    }

    private Report report(Fetched file, String model, Map<String, JsonNode> results, int tasks)
            throws RowFault {
        double sum = 0;
        int failures = 0;
        for (Map.Entry<String, JsonNode> result : results.entrySet()) {
            Speedup speedup = Speedup.of(result.getKey(), result.getValue());
            sum += 1 / Math.max(1, speedup.factor());
            failures += speedup.failed() ? 1 : 0;
        }
        if (results.size() < tasks) {
            throw new RowFault(
                    "final_speedup",
                    "is there for %d of %d tasks".formatted(results.size(), tasks));
        }
        return Report.of(this, file, "MIT", "algotune-harmonic", model)
                .model(model, names)
                .value(Decimals.rounded(tasks / sum), "×")
                .cases(tasks)
                .evaluator("THIRD_PARTY")
                .evidence("https://github.com/oripress/AlgoTune")
                .note("harmonic mean, computed from the report")
                .tag("failures", String.valueOf(failures));
    }
}
