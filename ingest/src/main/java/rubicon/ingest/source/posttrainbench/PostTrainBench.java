package rubicon.ingest.source.posttrainbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.Decimals;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// PostTrainBench: agents with several runs from `data/single_metrics_aggregated.csv` (fractions),
/// those with one run from the site's `scores.json` (per cent). Neither gives dates.
public final class PostTrainBench implements Connector {
    static final String ID = "posttrainbench";

    private static final String AGGREGATED = "data/single_metrics_aggregated.csv";
    private static final String SCORES = "scores.json";
    private static final String INDICATOR = "posttrainbench-avg";
    private static final String UNIT = "%";
    private static final String LICENCE = "MIT; site none stated";

    /// Agents that were renamed, result and all.
    private static final Map<String, String> RENAMED = Map.of("GPT-5.3-Codex", "GPT-5.3-Codex_Med");

    private final Aliases names = Aliases.of("posttrainbench-agents");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public boolean isUndated() {
        return true;
    }

    @Override
    public Layout layout() {
        return new Layout.Named(
                List.of(
                        Layout.needed(AGGREGATED, Format.CSV),
                        Layout.optional(SCORES, Format.JSON)));
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Mapping mapping = new Mapping();
        Fetched aggregated = delivery.needed(AGGREGATED);
        for (TableRow row : Csv.read(aggregated).needs("agent", "avg").rows()) {
            String agent = row.text("agent");
            String key = RENAMED.getOrDefault(agent, agent);
            mapping.row(key, "row " + row.number(), () -> read(aggregated, key, row, mapping));
        }
        Optional<Fetched> scores = delivery.part(SCORES);
        if (scores.isPresent()) {
            mapping.file(scores.get(), it -> readSingleRuns(it, mapping));
        }
        return mapping.mapped();
    }

    private void read(Fetched file, String key, TableRow row, Mapping mapping) throws RowFault {
        String agent = row.needed("agent");
        double average = row.neededNumber("avg");
        Report report = report(file, key, agent).value(Decimals.percent(average), UNIT);
        OptionalDouble deviation = row.number("std");
        if (deviation.isPresent()) {
            if (deviation.getAsDouble() < 0) {
                throw new RowFault("std", "is below 0");
            }
            report.interval(
                    Decimals.percent(average - deviation.getAsDouble()),
                    Decimals.percent(average + deviation.getAsDouble()),
                    null,
                    "STANDARD_DEVIATION_OF_RUNS");
        }
        row.number("n").ifPresent(n -> report.cases(Math.round(n)));
        mapping.add(report);
    }

    private void readSingleRuns(Fetched file, Mapping mapping) throws DriftException {
        JsonNode scores = JsonTree.read(file);
        JsonNode agents = JsonTree.needed(scores, "modelBenchmarkData");
        JsonNode several = JsonTree.needed(scores, "aggregatedScores");
        Weights weights = Weights.of(JsonTree.needed(scores, "benchmarkWeights"));
        for (Map.Entry<String, JsonNode> agent : agents.properties()) {
            String key = agent.getKey();
            if (agent.getValue().isObject() && !several.has(key) && !Weights.isReference(key)) {
                mapping.row(
                        key,
                        "modelBenchmarkData." + key,
                        () -> mapping.add(singleRun(file, key, weights.average(agent.getValue()))));
            }
        }
    }

    private Report singleRun(Fetched file, String agent, Weights.Average average) {
        Report report =
                report(file, agent, agent)
                        .value(Decimals.rounded(average.value()), UNIT)
                        .cases(1)
                        .note("one run; weighted average computed from the site's scores");
        return average.fallbacks() == 0
                ? report
                : report.tag("fallbacks", String.valueOf(average.fallbacks()));
    }

    private Report report(Fetched file, String key, String agent) {
        return Report.of(this, file, LICENCE, INDICATOR, key)
                .model(agent, names)
                .evaluator("THIRD_PARTY")
                .evidence("https://github.com/aisa-group/PostTrainBench");
    }
}
