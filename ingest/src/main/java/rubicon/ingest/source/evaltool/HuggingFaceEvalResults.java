package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.SafeYaml;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// The files in `.eval_results/` of a model on Hugging Face: a YAML list of results. The model is
/// not in the file but in its address, or in the option `model`.
///
/// @see <a href="https://huggingface.co/docs/hub/eval-results">Evaluation results</a>
public final class HuggingFaceEvalResults implements EvalTool {
    private static final String MODEL = "model";
    private static final String NO_DATE = "after all others";
    private static final Pattern REPOSITORY =
            Pattern.compile("https://huggingface\\.co/([^/]{1,100}/[^/]{1,200})/.*");
    private static final Comparator<JsonNode> EARLIEST =
            Comparator.comparing((JsonNode it) -> JsonTree.text(it, "date").orElse(NO_DATE))
                    .thenComparing(HuggingFaceEvalResults::reportedBy);

    @Override
    public String id() {
        return "huggingface-eval-results";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Format format() {
        return Format.YAML;
    }

    @Override
    public Set<String> options() {
        return Set.of(Wanted.INDICATORS, Wanted.UNITS, Wanted.LICENCE, MODEL);
    }

    @Override
    public void read(Fetched file, Wanted wanted, Mapping mapping) throws DriftException {
        Matcher repository = REPOSITORY.matcher(file.url());
        String model =
                wanted.option(MODEL)
                        .or(() ->
                                repository.matches()
                                        ? Optional.of(repository.group(1))
                                        : Optional.empty())
                        .orElseThrow(() ->
                                new DriftException(
                                        "the address tells no model; name it in the option 'model'"));
        List<JsonNode> rows = new ArrayList<>();
        SafeYaml.readList(file).forEach(rows::add);
        Map<String, Integer> earliest =
                IntStream.range(0, rows.size())
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        it -> key(model, rows.get(it)),
                                        it -> it,
                                        BinaryOperator.minBy(
                                                Comparator.comparing(rows::get, EARLIEST))));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            String name = name(row);
            String shortKey = key(model, row);
            String key =
                    i == earliest.getOrDefault(shortKey, i) ? shortKey : shortKey + reportedBy(row);
            mapping.row(
                    key,
                    Integer.toString(i),
                    () -> read(file, row, model, name, key, wanted, mapping));
        }
    }

    private void read(
            Fetched file,
            JsonNode row,
            String model,
            String name,
            String key,
            Wanted wanted,
            Mapping mapping)
            throws RowFault {
        String dataset =
                JsonTree.text(row.path("dataset"), "id")
                        .orElseThrow(() -> new RowFault("dataset.id", "is missing"));
        Optional<String> indicator = wanted.indicator(name);
        if (indicator.isEmpty()) {
            return;
        }
        Report report =
                Report.of(this, file, wanted.licence(), indicator.get(), key)
                        .model(model, NAMES)
                        .evaluator("OTHER")
                        .note(JsonTree.text(row, "notes").orElse(null))
                        .evidence(
                                JsonTree.text(row.path("source"), "url")
                                        .orElse("https://huggingface.co/datasets/" + dataset));
        Cells.day("date", JsonTree.text(row, "date").orElse("")).ifPresent(report::observedOn);
        wanted.measure(null, name).value(report, JsonTree.neededNumber(row, "value"));
        mapping.add(report);
    }

    private static String key(String model, JsonNode row) {
        return String.join("|", model, name(row), JsonTree.text(row, "notes").orElse(""));
    }

    /// Who reports it, where others did before: the earliest has the key that it had alone,
    /// wherever in the file it stands.
    private static String reportedBy(JsonNode row) {
        JsonNode source = row.path("source");
        return JsonTree.text(source, "url")
                .or(() -> JsonTree.text(source, "user"))
                .map("|"::concat)
                .orElse("");
    }

    /// The benchmark, by the set and the task in it; `config` is what tasks were called at first.
    private static String name(JsonNode row) {
        JsonNode dataset = row.path("dataset");
        String id = JsonTree.text(dataset, "id").orElse("");
        return JsonTree.text(dataset, "task_id")
                .or(() -> JsonTree.text(dataset, "config"))
                .map(it -> id + "/" + it)
                .orElse(id);
    }
}
