package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.Texts;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// Logs of Inspect, as JSON and as `.eval`, a zip of JSON files packed with deflate or zstd. Only
/// the aggregate scores are read: the samples, by far the most of a log, are never unpacked.
///
/// @see <a href="https://inspect.aisi.org.uk/eval-logs.html">Inspect, eval logs</a>
public final class InspectLogs implements EvalTool {
    private static final int LARGEST_HEADER = 16 * 1024 * 1024;
    private static final Set<String> FIELDS = Set.of("version", "status", "eval", "results");
    private static final Set<String> MEANS = Set.of("accuracy", "mean");
    private static final String HEADER = "header.json";

    @Override
    public String id() {
        return "inspect-logs";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.EVAL;
    }

    @Override
    public void read(Fetched file, Wanted wanted, Mapping mapping) throws DriftException {
        String name = file.path().isEmpty() ? file.url() : file.path();
        Optional<String> text = isZip(file.payload()) ? header(file) : Optional.of(file.text());
        if (text.isEmpty()) {
            mapping.passOver("%s: the log has no %s, its run goes on".formatted(name, HEADER));
            return;
        }
        JsonNode log = JsonTree.readFields(text.get(), FIELDS);
        JsonNode eval = JsonTree.needed(log, "eval");
        String status = JsonTree.text(log, "status").orElse("unknown");
        if (!status.equals("success")) {
            mapping.passOver("%s: the run ended as '%s'".formatted(name, status));
            return;
        }
        int found = 0;
        int index = 0;
        for (JsonNode score : scores(log.path("results"))) {
            String path = "results.scores.%d.metrics".formatted(index++);
            for (Map.Entry<String, JsonNode> metric : score.path("metrics").properties()) {
                if (!metric.getKey().equals("stderr")) {
                    Result result = new Result(log, eval, score, metric.getKey());
                    mapping.row(
                            result.key(),
                            path + "." + metric.getKey(),
                            () -> read(file, result, wanted, mapping));
                    found++;
                }
            }
        }
        if (found == 0) {
            mapping.passOver("%s: the log has no scores".formatted(name));
        }
    }

    private void read(Fetched file, Result result, Wanted wanted, Mapping mapping) throws RowFault {
        String task = JsonTree.neededText(result.eval(), "task");
        if (result.scorer().isEmpty()) {
            throw new RowFault("name", "is missing");
        }
        String name = String.join("/", task, result.scorer(), result.metric());
        Optional<String> indicator = wanted.indicator(name);
        if (indicator.isEmpty()) {
            return;
        }
        JsonNode metrics = result.score().path("metrics");
        double value = JsonTree.neededNumber(metrics.path(result.metric()), "value");
        Measure measure = wanted.measure(result.metric().equals("accuracy") ? "share" : null, name);
        Report report =
                Report.of(this, file, LICENCE, indicator.get(), result.key())
                        .model(JsonTree.neededText(result.eval(), "model"), NAMES)
                        .scaffold(JsonTree.text(result.eval(), "solver").orElse(null))
                        .disputed(result.limit());
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
    }

    /// The scores; a log of the first versions has one, which is not in a list.
    private static Iterable<JsonNode> scores(JsonNode results) {
        return results.path("scores").isArray() || !results.path("metrics").isObject()
                ? results.path("scores")
                : Set.of(results);
    }

    private static boolean isZip(byte[] payload) {
        return payload.length > 3
                && payload[0] == 'P'
                && payload[1] == 'K'
                && payload[2] < 9
                && payload[3] < 9;
    }

    /// The header of a packed log; a run that goes on has none yet.
    private static Optional<String> header(Fetched file) throws DriftException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.payload()))
                        .get()) {
            ZipArchiveEntry entry = zip.getEntry(HEADER);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_HEADER + 1);
                if (bytes.length > LARGEST_HEADER) {
                    throw new DriftException(
                            "%s is larger than %d bytes".formatted(HEADER, LARGEST_HEADER));
                }
                return Optional.of(Texts.utf8(bytes, HEADER));
            }
        } catch (IOException | RuntimeException e) {
            // The library answers a broken archive with either.
            throw new DriftException("the log cannot be unpacked: " + e.getMessage());
        }
    }

    /// A metric of a log.
    private record Result(JsonNode log, JsonNode eval, JsonNode score, String metric) {

        String scorer() {
            return JsonTree.text(score, "name")
                    .or(() -> JsonTree.text(score.path("scorer"), "name"))
                    .orElse("");
        }

        /// The run's and the task's ids; a task that is run again is another result.
        String key() {
            return String.join(
                    "|",
                    JsonTree.text(eval, "run_id").orElse(""),
                    JsonTree.text(eval, "task_id").orElse(""),
                    scorer(),
                    metric);
        }

        long samples() {
            return log.path("results").path("completed_samples").asLong(0);
        }

        /// Why a run does not count: it was cut short on purpose.
        @Nullable String limit() {
            long all = eval.path("dataset").path("samples").asLong(0);
            long epochs = Math.max(1, eval.path("config").path("epochs").asLong(1));
            return eval.path("config").hasNonNull("limit") && samples() < all * epochs
                    ? "%d of %d samples".formatted(samples() / epochs, all)
                    : null;
        }
    }
}
