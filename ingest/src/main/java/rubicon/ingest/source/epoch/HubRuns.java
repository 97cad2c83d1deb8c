package rubicon.ingest.source.epoch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// `benchmarks_runs.csv`: what Epoch AI runs itself. A run that did not succeed or has no score yet
/// is no result.
record HubRuns(Connector connector, Aliases names, ModelVersions versions) {
    static final String FILE = "benchmarks_runs.csv";

    private static final String SCORE = "Best score (across scorers)";
    private static final Pattern SCORER =
            Pattern.compile(":\\s*(\\d+(?:\\.\\d+)?)\\s*±\\s*(\\d+(?:\\.\\d+)?)");
    private static final BigDecimal ROUNDING = new BigDecimal("0.0051");
    private static final DateTimeFormatter STARTED =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d MMMM uuuu h:mma")
                    .toFormatter(Locale.ENGLISH);

    /// A task that feeds an indicator, by its name in lower case.
    private record Task(String indicator, String unit) {}

    private static final Map<String, Task> TASKS =
            Map.of(
                    "swe-bench verified", new Task("swe-bench-verified-epoch", "% resolved"),
                    "frontiermath-2025-02-28-private", new Task("frontiermath-private", "%"),
                    "frontiermath-tier-4-2025-07-01-private",
                            new Task("frontiermath-tier-4-private", "%"));

    void read(Fetched file, Mapping mapping) throws DriftException {
        for (TableRow row : Csv.read(file).needs("id", "task", "model", SCORE, "Status").rows()) {
            Task task = TASKS.get(row.text("task").toLowerCase(Locale.ROOT));
            if (task != null && row.text("Status").equalsIgnoreCase("Success")) {
                String path = "%s.%d".formatted(FILE, row.number());
                mapping.row(row.text("id"), path, () -> read(file, row, task, mapping));
            }
        }
    }

    private void read(Fetched file, TableRow row, Task task, Mapping mapping) throws RowFault {
        Optional<BigDecimal> percent = Shares.percent(SCORE, row.text(SCORE));
        if (percent.isEmpty()) {
            return;
        }
        String model = row.needed("model");
        LocalDate released = versions.neededRelease(model);
        Report report =
                Report.of(
                                connector,
                                file,
                                EpochBenchmarkingHub.LICENCE,
                                task.indicator(),
                                row.needed("id"))
                        .model(model, names)
                        .releasedOn(released)
                        .observedOn(released)
                        .value(percent.get().doubleValue(), task.unit())
                        .publishedAt(startedAt(row.text("started_at")))
                        .evaluator("THIRD_PARTY")
                        .evidence(
                                EpochBenchmarkingHub.link(row.text("log viewer"))
                                        .orElse(EpochBenchmarkingHub.PAGE));
        standardError(percent.get(), row.text("Scores"))
                .ifPresent(error ->
                        report.interval(
                                Shares.below(percent.get(), error),
                                Shares.above(percent.get(), error),
                                null,
                                "STANDARD_ERROR"));
        if (!row.text("task version").isEmpty()) {
            report.tag("taskVersion", row.text("task version"));
        }
        if (!row.text("Manual evaluation").isEmpty()) {
            report.tag("manualEvaluation", row.text("Manual evaluation"));
        }
        mapping.add(report);
    }

    /// The standard error of the one scorer whose rounded score is the best; empty where that is
    /// not clear, and where it was rounded to nothing.
    private static Optional<BigDecimal> standardError(BigDecimal percent, String scores) {
        BigDecimal best = percent.movePointLeft(2);
        Optional<BigDecimal> found = Optional.empty();
        Matcher scorer = SCORER.matcher(scores);
        while (scorer.find()) {
            BigDecimal score = new BigDecimal(scorer.group(1));
            if (score.subtract(best).abs().compareTo(ROUNDING) <= 0) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(new BigDecimal(scorer.group(2)).movePointRight(2));
            }
        }
        return found.filter(it -> it.signum() > 0);
    }

    /// When the run began, which the upstream gives without an offset; taken as UTC.
    private static @Nullable Instant startedAt(String text) {
        try {
            return LocalDateTime.parse(text, STARTED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null; // known from the file on
        }
    }
}
