package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// Results of the lm-evaluation-harness, `results_TIME.json`: metrics of tasks as `metric,filter`
/// and in old files as `metric` alone, each beside its standard error.
///
/// @see <a href="https://github.com/EleutherAI/lm-evaluation-harness">lm-evaluation-harness</a>
public final class LmEvaluationHarness implements EvalTool {
    private static final Pattern METRIC =
            Pattern.compile("([^,]{1,200}?)(_stderr)?(?:,(.{1,200}))?");
    private static final Pattern SHARE =
            Pattern.compile("acc|acc_norm|exact_match|em|f1|mc1|mc2|pass@\\d{1,4}");

    /// What the arguments call a model by: an adapter and a difference are laid upon what they were
    /// trained from, and are the model then.
    private static final List<String> ARGUMENTS =
            List.of("peft", "delta", "pretrained", "model", "path", "engine");

    private static final String NO_FILTER = "none";

    @Override
    public String id() {
        return "lm-evaluation-harness";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public void read(Fetched file, Wanted wanted, Mapping mapping) throws DriftException {
        JsonNode tree = JsonTree.read(file);
        JsonNode results = JsonTree.needed(tree, "results");
        String model = model(tree);
        for (Map.Entry<String, JsonNode> task : results.properties()) {
            for (Map.Entry<String, JsonNode> cell : task.getValue().properties()) {
                Matcher metric = METRIC.matcher(cell.getKey());
                if (cell.getValue().isNumber() && metric.matches() && metric.group(2) == null) {
                    Result result =
                            new Result(
                                    tree,
                                    model,
                                    task.getKey(),
                                    metric.group(1),
                                    Optional.ofNullable(metric.group(3)).orElse(NO_FILTER),
                                    cell.getKey());
                    mapping.row(
                            result.key(),
                            "results.%s.%s".formatted(task.getKey(), cell.getKey()),
                            () -> read(file, result, wanted, mapping));
                }
            }
        }
    }

    private void read(Fetched file, Result result, Wanted wanted, Mapping mapping) throws RowFault {
        String[] names = result.names();
        Optional<String> indicator = wanted.indicator(names);
        if (indicator.isEmpty()) {
            return;
        }
        double value = JsonTree.neededNumber(result.cells(), result.column());
        Measure measure =
                wanted.measure(SHARE.matcher(result.metric()).matches() ? "share" : null, names);
        Report report =
                Report.of(this, file, wanted.licence(), indicator.get(), result.key())
                        .model(result.model(), NAMES)
                        .observedOn(result.day())
                        .disputed(result.limit());
        measure.value(report, value);
        OptionalDouble error = JsonTree.number(result.cells(), result.errorColumn());
        if (error.isPresent()) {
            measure.standardError(report, value, error.getAsDouble());
        }
        long cases = result.samples().path("effective").asLong(0);
        if (cases > 0) {
            report.cases(cases);
        }
        result.shots().ifPresent(it -> report.tag("shots", it));
        JsonTree.text(result.tree().path("versions"), result.task())
                .ifPresent(it -> report.tag("taskVersion", it));
        mapping.add(report);
    }

    /// The model's name; the word for how it was run, `hf` or `vllm`, is none.
    private static String model(JsonNode tree) throws DriftException {
        String arguments = JsonTree.text(tree.path("config"), "model_args").orElse("");
        return JsonTree.text(tree, "model_name")
                .or(() -> ARGUMENTS.stream().flatMap(it -> argument(it, arguments)).findFirst())
                .orElseThrow(() -> new DriftException("the field 'model_name' is missing"));
    }

    private static Stream<String> argument(String name, String arguments) {
        return Arrays.stream(arguments.split(",", -1))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2 && it[0].strip().equals(name) && !it[1].isBlank())
                .map(it -> it[1].strip());
    }

    /// A metric of a task.
    ///
    /// @param column as the file calls it
    private record Result(
            JsonNode tree, String model, String task, String metric, String filter, String column) {

        JsonNode cells() {
            return tree.path("results").path(task);
        }

        String errorColumn() {
            return metric + "_stderr" + column.substring(metric.length());
        }

        /// What the options may call it by.
        String[] names() {
            String plain = task + "/" + metric;
            String full = plain + "," + filter;
            return filter.equals(NO_FILTER) ? new String[] {full, plain} : new String[] {full};
        }

        /// How many solved tasks it was shown; old files say it once for all tasks.
        Optional<String> shots() {
            return JsonTree.text(tree.path("n-shot"), task)
                    .or(() -> JsonTree.text(tree.path("config"), "num_fewshot"));
        }

        /// A run has no name of its own; its start tells it from others of the same model, and
        /// where a file has none, how it was asked.
        String key() {
            return String.join("|", model, task, metric + "," + filter, run());
        }

        private String run() {
            return tree.path("date").isNumber()
                    ? Long.toString(tree.path("date").longValue())
                    : shots().map("%s-shot"::formatted).orElse("");
        }

        @Nullable LocalDate day() {
            long seconds = tree.path("date").asLong(0);
            return seconds <= 0 || seconds > 10_000_000_000L
                    ? null
                    : Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate();
        }

        JsonNode samples() {
            return tree.path("n-samples").path(task);
        }

        /// Why a run does not count: it was cut short on purpose.
        @Nullable String limit() {
            long all = samples().path("original").asLong(0);
            long taken = samples().path("effective").asLong(0);
            if (taken < all) {
                return "%d of %d samples".formatted(taken, all);
            }
            return JsonTree.text(tree.path("config"), "limit")
                    .filter(_ -> all == 0)
                    .map("at most %s samples of each task"::formatted)
                    .orElse(null);
        }
    }
}
