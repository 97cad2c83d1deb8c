package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// Aggregate results in the format of Every Eval Ever, versions 0.2 and 0.3: one document or a list
/// of them, each of one model. A result that Rubicon wrote names its indicator itself, in
/// `metric_id`.
///
/// @see <a href="https://github.com/evaleval/every_eval_ever">Every Eval Ever</a>
public final class EveryEvalEver implements EvalTool {
    private static final String OWN = "rubicon:";
    private static final String TAG = "tag_";
    private static final Pattern VERSION = Pattern.compile("0\\.[23](\\..{1,20})?");
    private static final int LONGEST_METRIC = 60;
    private static final Pattern EPOCH = Pattern.compile("\\d{9,11}(\\.\\d+)?");
    private static final Set<String> EVALUATORS =
            Set.of("FIRST_PARTY", "THIRD_PARTY", "COLLABORATIVE", "OTHER");

    @Override
    public String id() {
        return "every-eval-ever";
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
        int index = 0;
        for (JsonNode document : tree.isArray() ? tree : List.of(tree)) {
            read(file, document, tree.isArray() ? index++ + "." : "", wanted, mapping);
        }
    }

    private void read(Fetched file, JsonNode document, String path, Wanted wanted, Mapping mapping)
            throws DriftException {
        String version = JsonTree.text(document, "schema_version").orElse("");
        if (!VERSION.matcher(version).matches()) {
            throw new DriftException(
                    "the field 'schema_version' is '%s', known are 0.2 and 0.3"
                            .formatted(Cells.shortened(version)));
        }
        JsonNode results = JsonTree.needed(document, "evaluation_results");
        JsonTree.needed(document, "model_info");
        int number = 0;
        for (JsonNode result : results) {
            String place = "%sevaluation_results.%d".formatted(path, number++);
            mapping.row(
                    key(document, result),
                    place,
                    () -> read(file, document, result, wanted, mapping));
        }
    }

    private void read(
            Fetched file, JsonNode document, JsonNode result, Wanted wanted, Mapping mapping)
            throws RowFault {
        String name = JsonTree.neededText(result, "evaluation_name");
        JsonNode metric = object(result, "metric_config");
        String metricId = metric(metric);
        String full = metricId.isEmpty() ? name : name + "/" + metricId;
        boolean own = metricId.startsWith(OWN);
        Optional<String> indicator =
                own
                        ? Optional.of(metricId.substring(OWN.length()))
                        : wanted.indicator(names(document, result, full));
        if (indicator.isEmpty()) {
            return;
        }
        if (own) {
            wanted.claimed();
        }
        JsonNode score = object(result, "score_details");
        double value = JsonTree.neededNumber(score, "score");
        if (value == -1 && metric.path("has_unknown_level").asBoolean(false)) {
            throw new RowFault("score_details.score", "is the level 'unknown'");
        }
        Measure measure = wanted.measure(unit(metric), full, name);
        LocalDate day = day(document, result, score.path("details"));
        String licence = own ? licence(document).orElse(wanted.licence()) : wanted.licence();
        Report report =
                Report.of(this, file, licence, indicator.get(), key(document, result))
                        .observedOn(day)
                        .evidence(evidence(result));
        if (own && day != null) {
            details(report, day, score.path("details"));
        }
        subject(report, document.path("model_info"), own);
        measure.value(report, value);
        uncertainty(report, measure, value, score.path("uncertainty"), mapping);
        evaluator(report, document.path("source_metadata"));
        JsonTree.text(document.path("eval_library"), "name")
                .filter(it -> !it.equals("unknown"))
                .ifPresent(it -> report.tag("library", it));
        mapping.add(report);
    }

    /// The terms that Rubicon itself wrote.
    private static Optional<String> licence(JsonNode document) {
        return JsonTree.text(
                document.path("source_metadata").path("additional_details"), "licence");
    }

    /// What the options may call a result by. Documents that were made of another tool's log name
    /// its scorer alone, which is the same on many data sets.
    ///
    /// @param full the evaluation's name with its metric
    private static String[] names(JsonNode document, JsonNode result, String full) {
        String name = JsonTree.text(result, "evaluation_name").orElse("");
        List<String> names = new ArrayList<>();
        JsonTree.text(result.path("source_data"), "dataset_name")
                .ifPresent(it -> names.add(it + "/" + full));
        names.add(full);
        if (isOnly(document, name)) {
            names.add(name);
        }
        return names.toArray(String[]::new);
    }

    /// What of an evaluation's names does not change with each retrieval. The id of a result tells
    /// it apart within its evaluation only.
    private static String key(JsonNode document, JsonNode result) {
        JsonNode details = result.path("score_details").path("details");
        String metric = metric(result.path("metric_config"));
        if (metric.startsWith(OWN)) {
            return JsonTree.text(details, "external_id").orElse("");
        }
        String evaluation =
                JsonTree.text(document, "evaluation_id")
                        .or(() -> JsonTree.text(document.path("model_info"), "id"))
                        .orElse("");
        String stable = withoutRetrieval(evaluation, document.path("retrieved_timestamp").asText());
        Optional<String> id = JsonTree.text(result, "evaluation_result_id");
        if (id.isEmpty()) {
            String name = JsonTree.text(result, "evaluation_name").orElse("");
            return String.join("|", stable, name, metric);
        }
        return !evaluation.isEmpty() && id.get().contains(evaluation)
                ? id.get().replace(evaluation, stable)
                : stable + "|" + id.get();
    }

    /// Where another time ends an evaluation's id, such as that of its run, it is part of it.
    private static String withoutRetrieval(String evaluation, String retrieved) {
        return !retrieved.isEmpty() && evaluation.endsWith("/" + retrieved)
                ? evaluation.substring(0, evaluation.length() - retrieved.length() - 1)
                : evaluation;
    }

    private static JsonNode object(JsonNode node, String field) throws RowFault {
        JsonNode value = node.path(field);
        if (!value.isObject()) {
            throw new RowFault(field, "is missing");
        }
        return value;
    }

    private static String metric(JsonNode metric) {
        return JsonTree.text(metric, "metric_id")
                .or(() -> JsonTree.text(metric, "metric_name"))
                .or(() ->
                        JsonTree.text(metric, "evaluation_description")
                                .filter(it -> it.length() <= LONGEST_METRIC))
                .orElse("");
    }

    private static boolean isOnly(JsonNode document, String name) {
        int count = 0;
        for (JsonNode it : document.path("evaluation_results")) {
            count += JsonTree.text(it, "evaluation_name").orElse("").equals(name) ? 1 : 0;
        }
        return count == 1;
    }

    /// The unit that a metric names; numbers from nothing to one are shares.
    private static @Nullable String unit(JsonNode metric) {
        boolean isShare =
                metric.path("min_score").asDouble(-1) == 0
                        && metric.path("max_score").asDouble(-1) == 1;
        return JsonTree.text(metric, "metric_unit").orElse(isShare ? "share" : null);
    }

    /// A ledger of records may name who, and no model.
    private static void subject(Report report, JsonNode model, boolean own) throws RowFault {
        report.developer(JsonTree.text(model, "developer").orElse(null));
        String id = JsonTree.neededText(model, "id");
        if (!own) {
            report.model(id, NAMES);
            return;
        }
        JsonNode details = model.path("additional_details");
        String actor = JsonTree.text(details, "actor").orElse("AI");
        report.model(id.equals(actor) ? null : id)
                .scaffold(JsonTree.text(details, "scaffold").orElse(null))
                .actor(actor);
        if (details.hasNonNull("released_on")) {
            report.releasedOn(
                    Cells.day("released_on", details.path("released_on").asText()).orElse(null));
        }
    }

    /// What Rubicon itself wrote of a result, beyond the format.
    private static void details(Report report, LocalDate day, JsonNode details) {
        report.observedIn(day, JsonTree.text(details, "precision").orElse("DAY"))
                .qualifier(JsonTree.text(details, "qualifier").orElse(null))
                .startingPoint(JsonTree.text(details, "starting_point").orElse(null))
                .evidence(JsonTree.text(details, "evidence").orElse(null))
                .note(JsonTree.text(details, "note").orElse(null));
        for (Map.Entry<String, JsonNode> it : details.properties()) {
            if (it.getKey().startsWith(TAG)) {
                report.tag(it.getKey().substring(TAG.length()), it.getValue().asText());
            }
        }
    }

    private static @Nullable LocalDate day(JsonNode document, JsonNode result, JsonNode details)
            throws RowFault {
        Optional<String> told =
                JsonTree.text(details, "observed_on")
                        .or(() -> JsonTree.text(result, "evaluation_timestamp"))
                        .or(() -> JsonTree.text(document, "evaluation_timestamp"));
        if (told.isEmpty()) {
            return null;
        }
        String text = told.get();
        return EPOCH.matcher(text).matches()
                ? Instant.ofEpochSecond((long) Double.parseDouble(text))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                : Cells.day("evaluation_timestamp", text).orElse(null);
    }

    private static @Nullable String evidence(JsonNode result) {
        String url = result.path("source_data").path("url").path(0).asText("");
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }

    private static void uncertainty(
            Report report, Measure measure, double value, JsonNode uncertainty, Mapping mapping)
            throws RowFault {
        JsonNode interval = uncertainty.path("confidence_interval");
        OptionalDouble error = JsonTree.number(uncertainty.path("standard_error"), "value");
        if (interval.isObject()) {
            double lower = JsonTree.neededNumber(interval, "lower");
            double upper = JsonTree.neededNumber(interval, "upper");
            boolean isAround = lower <= value && value <= upper;
            // Some write how far the ends lie from the score instead of where they lie.
            double from = !isAround && lower <= 0 && upper >= 0 ? value : 0;
            if (isAround || from != 0) {
                OptionalDouble level = JsonTree.number(interval, "confidence_level");
                report.interval(
                        measure.of(from + lower),
                        measure.of(from + upper),
                        level.isPresent() ? level.getAsDouble() : null,
                        JsonTree.text(interval, "method").orElse(null));
            } else {
                mapping.passOver(
                        "an interval from %s to %s, for the score is %s"
                                .formatted(lower, upper, value));
            }
        } else if (error.isPresent()) {
            measure.standardError(report, value, error.getAsDouble());
        }
        long samples = uncertainty.path("num_samples").asLong(0);
        if (samples > 0) {
            report.cases(samples);
        }
    }

    private static void evaluator(Report report, JsonNode source) throws RowFault {
        Optional<String> told = JsonTree.text(source, "evaluator_relationship");
        if (told.isPresent()) {
            String evaluator = told.get().toUpperCase(Locale.ROOT);
            if (!EVALUATORS.contains(evaluator)) {
                throw new RowFault(
                        "evaluator_relationship",
                        "'%s' is not known".formatted(Cells.shortened(told.get())));
            }
            report.evaluator(evaluator);
        }
    }
}
