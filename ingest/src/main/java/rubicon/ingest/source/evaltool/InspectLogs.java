package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// Logs of Inspect, as JSON and as `.eval`, a zip of JSON files packed with deflate or zstd. The
/// aggregate scores are observations, and each sample is an eval run.
///
/// A run's suite is the task, unless the option `suite` names another; its agent is the model and,
/// where the log tells it, the solver. Where several scorers judge the samples, the option `scorer`
/// says whose score counts. How long a person takes is what the sample's metadata says, in the
/// field `human_minutes` or the one that the option `humanMinutes` names. The option `samples:
/// none` leaves the samples out.
///
/// @see <a href="https://inspect.aisi.org.uk/eval-logs.html">Inspect, eval logs</a>
public final class InspectLogs implements EvalTool {
    private static final Set<String> FIELDS =
            Set.of("version", "status", "invalidated", "eval", "results");
    private static final Set<String> MEANS = Set.of("accuracy", "mean");
    private static final String REDUCED =
            "the log has it by several reducers, each a row by itself";
    private static final String SUITE = "suite";
    private static final String SCORER = "scorer";
    private static final String MINUTES = "humanMinutes";
    private static final String SAMPLES = "samples";

    @Override
    public String id() {
        return "inspect-logs";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Set<String> options() {
        return Set.of(
                Wanted.INDICATORS, Wanted.UNITS, Wanted.LICENCE, SUITE, SCORER, MINUTES, SAMPLES);
    }

    @Override
    public Format format() {
        return Format.EVAL;
    }

    @Override
    public void read(Fetched file, Wanted wanted, Mapping mapping) throws DriftException {
        String name = file.path().isEmpty() ? file.url() : file.path();
        InspectLog packed = InspectLog.of(file);
        Optional<String> header = packed.header();
        if (header.isEmpty()) {
            mapping.passOver("%s: the log has no header, its run goes on".formatted(name));
            return;
        }
        JsonNode log = JsonTree.readFields(header.get(), FIELDS, file.use());
        JsonNode eval = JsonTree.needed(log, "eval");
        String status = JsonTree.text(log, "status").orElse("unknown");
        if (!status.equals("success")) {
            mapping.passOver("%s: the run ended as '%s'".formatted(name, status));
            return;
        }
        int found = runs(name, file, packed, log, wanted, mapping);
        int index = 0;
        Set<String> keys = new HashSet<>();
        Set<String> shared = shared(log, eval);
        Map<String, Set<String>> split = new TreeMap<>();
        for (JsonNode score : scores(log.path("results"))) {
            String path = "results.scores.%d.metrics".formatted(index++);
            for (Map.Entry<String, JsonNode> metric : score.path("metrics").properties()) {
                if (!metric.getKey().equals("stderr")) {
                    Result bare = new Result(log, eval, score, metric.getKey(), "");
                    Result result = shared.contains(bare.key()) ? bare.byReducer() : bare;
                    mapping.row(
                            result.key(),
                            path + "." + metric.getKey(),
                            () -> {
                                if (!keys.add(result.key())) {
                                    throw new RowFault(
                                            "reducer",
                                            "does not tell this score from the one before");
                                }
                                read(file, result, wanted, mapping)
                                        .ifPresent(it ->
                                                split.computeIfAbsent(
                                                                bare.key(), _ -> new TreeSet<>())
                                                        .add(it));
                            });
                    found++;
                }
            }
        }
        // Connectors before version 3 knew the first of such scores by a key without reducer.
        split.keySet().removeAll(keys);
        split.forEach((key, indicators) ->
                indicators.forEach(it -> mapping.retract(file, it, key, "DUPLICATE", REDUCED)));
        if (found == 0) {
            mapping.passOver("%s: the log has no scores".formatted(name));
        }
    }

    /// @return the indicator that the result is of; empty for none
    private Optional<String> read(Fetched file, Result result, Wanted wanted, Mapping mapping)
            throws RowFault {
        String task = JsonTree.neededText(result.eval(), "task");
        if (result.scorer().isEmpty()) {
            throw new RowFault("name", "is missing");
        }
        String name = String.join("/", task, result.scorer(), result.metric());
        name = result.reducer().isEmpty() ? name : name + "," + result.reducer();
        Optional<String> indicator = wanted.indicator(name);
        if (indicator.isEmpty()) {
            return indicator;
        }
        JsonNode metrics = result.score().path("metrics");
        double value = JsonTree.neededNumber(metrics.path(result.metric()), "value");
        Measure measure = wanted.measure(result.metric().equals("accuracy") ? "share" : null, name);
        Report report =
                Report.of(this, file, wanted.licence(), indicator.get(), result.key())
                        .model(JsonTree.neededText(result.eval(), "model"), NAMES)
                        .scaffold(JsonTree.text(result.eval(), "solver").orElse(null))
                        .disputed(result.doubt());
        Cells.day("created", JsonTree.text(result.eval(), "created").orElse(""))
                .ifPresent(report::observedOn);
        measure.value(report, value);
        OptionalDouble error = JsonTree.number(metrics.path("stderr"), "value");
        if (error.isPresent() && MEANS.contains(result.metric())) {
            measure.standardError(report, value, error.getAsDouble());
        }
        if (result.samples() > 0) {
            report.cases(result.samples());
        }
        mapping.add(report);
        return indicator;
    }

    /// Keys that several scores have: those of a scorer whose epochs are reduced in several ways.
    private static Set<String> shared(JsonNode log, JsonNode eval) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (JsonNode score : scores(log.path("results"))) {
            for (Map.Entry<String, JsonNode> metric : score.path("metrics").properties()) {
                String key = new Result(log, eval, score, metric.getKey(), "").key();
                if (!seen.add(key)) {
                    shared.add(key);
                }
            }
        }
        return shared;
    }

    /// The scores; a log of the first versions has one, which is not in a list.
    private static Iterable<JsonNode> scores(JsonNode results) {
        return results.path("scores").isArray() || !results.path("metrics").isObject()
                ? results.path("scores")
                : Set.of(results);
    }

    /// Reads the samples.
    ///
    /// @return how many are runs
    private int runs(
            String name,
            Fetched file,
            InspectLog packed,
            JsonNode log,
            Wanted wanted,
            Mapping mapping)
            throws DriftException {
        if (wanted.option(SAMPLES).filter("none"::equals).isPresent()) {
            return 0;
        }
        InspectSamples samples = packed.samples(wanted.option(MINUTES).orElse("human_minutes"));
        Set<String> scorers = new TreeSet<>();
        scores(log.path("results")).forEach(it -> scorers.add(scorer(it)));
        Optional<String> scorer =
                wanted.option(SCORER)
                        .or(() ->
                                scorers.size() == 1
                                        ? Optional.of(scorers.iterator().next())
                                        : Optional.empty());
        InspectRuns runs =
                new InspectRuns(
                        log.path("eval"),
                        wanted.option(SUITE).orElse(null),
                        file,
                        file.provenance(this, wanted.licence()));
        if (scorer.isEmpty()) {
            if (!scorers.isEmpty() && !samples.all().isEmpty()) {
                mapping.passOver(
                        "%s: %d samples are no runs: the option 'scorer' does not say which of '%s' judges them"
                                .formatted(
                                        name, samples.all().size(), String.join("', '", scorers)));
            }
            return 0;
        }
        return runs.read(name, samples, scorer.get(), wanted, mapping);
    }

    private static String scorer(JsonNode score) {
        return JsonTree.text(score, "name")
                .or(() -> JsonTree.text(score.path("scorer"), "name"))
                .orElse("");
    }

    /// A metric of a log.
    ///
    /// @param reducer of the epochs, such as `pass_at_2`; empty where the metric is known without
    private record Result(
            JsonNode log, JsonNode eval, JsonNode score, String metric, String reducer) {

        Result byReducer() {
            return new Result(log, eval, score, metric, JsonTree.text(score, "reducer").orElse(""));
        }

        String scorer() {
            return InspectLogs.scorer(score);
        }

        /// The run's and the task's ids; a task that is run again is another result.
        String key() {
            String key =
                    String.join(
                            "|",
                            JsonTree.text(eval, "run_id").orElse(""),
                            JsonTree.text(eval, "task_id").orElse(""),
                            scorer(),
                            metric);
            return reducer.isEmpty() ? key : key + "|" + reducer;
        }

        long samples() {
            return log.path("results").path("completed_samples").asLong(0);
        }

        /// Why a run does not count: samples of it were taken back, or it was cut short on purpose.
        @Nullable String doubt() {
            return log.path("invalidated").asBoolean(false)
                    ? "samples of the log were invalidated"
                    : part();
        }

        private @Nullable String part() {
            JsonNode config = eval.path("config");
            long all = eval.path("dataset").path("samples").asLong(0);
            long epochs = Math.max(1, config.path("epochs").asLong(1));
            if (!config.hasNonNull("limit") && !config.hasNonNull("sample_id")) {
                return null;
            }
            if (all <= 0) {
                return "chosen samples, of how many is not said";
            }
            return samples() < all * epochs
                    ? "%d of %d samples".formatted(samples() / epochs, all)
                    : null;
        }
    }
}
