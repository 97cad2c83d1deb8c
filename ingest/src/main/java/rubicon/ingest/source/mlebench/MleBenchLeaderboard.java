package rubicon.ingest.source.mlebench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.MarkdownTables;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// The leaderboard in the README of MLE-bench, in all the forms that its table had. A row with a
/// mark for leaked labels stays among all rows and is withdrawn from the clean ones.
///
/// @see <a href="https://github.com/openai/mle-bench">MLE-bench</a>
public final class MleBenchLeaderboard implements FileConnector {
    private static final String LICENCE = "MIT";
    private static final String EVIDENCE = "https://github.com/openai/mle-bench";
    private static final String UNIT = "% with a medal";
    private static final String HEADING = "Leaderboard";
    private static final String SCORE = "All (%)";
    private static final String LEAKAGE = "Known Leakage";
    private static final Pattern LEAK = Pattern.compile("(?i)leak");

    /// The board says which rows leaked since the evening before.
    private static final Instant TELLS_LEAKAGE = Instant.parse("2026-02-25T00:00:00Z");

    private static final Set<String> MARKED = Set.of("✓", "✔", "✅");
    private static final Set<String> UNMARKED = Set.of("-", "–", "—", "X", "x", "✗", "✘", "❌");
    private static final List<String> INDICATORS =
            List.of("mle-bench-all-any", "mle-bench-all-clean");
    private static final Pattern MEAN_AND_ERROR =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*(?:±\\s*(\\d{1,3}(?:\\.\\d{1,9})?))?");

    private final Aliases models = Aliases.of("mle-bench-models");
    private final KnownRows known = KnownRows.ofBoard();

    @Override
    public String id() {
        return "mle-bench-leaderboard";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Format format() {
        return Format.MARKDOWN;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        Table table = MarkdownTables.find(file, HEADING, Entry.AGENT, SCORE);
        Optional<String> leakage = leakage(file, table);
        Mapping mapping = new Mapping();
        Set<String> keys = new HashSet<>();
        for (TableRow row : table.rows()) {
            Entry entry = Entry.of(row, known);
            mapping.row(
                    entry.key(),
                    "leaderboard." + row.number(),
                    () -> {
                        if (!keys.add(entry.key())) {
                            throw new RowFault(
                                    Entry.AGENT, "'%s' is there twice".formatted(entry.key()));
                        }
                        read(mapping, file, entry, row, leakage);
                    });
        }
        return mapping.mapped();
    }

    /// The column of the marks; empty for a board from before there were any.
    ///
    /// @throws DriftException if it is missing later: without it leaked rows would count as clean
    private static Optional<String> leakage(Fetched file, Table table) throws DriftException {
        List<String> found =
                table.columns().stream().filter(it -> LEAK.matcher(it).find()).toList();
        if (found.isEmpty() && table.has(Entry.LLM) && !file.statedAt().isBefore(TELLS_LEAKAGE)) {
            table.needs(LEAKAGE);
        }
        return found.stream()
                .filter(it -> Entry.plain(it).equals(LEAKAGE))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private void read(
            Mapping mapping, Fetched file, Entry entry, TableRow row, Optional<String> leakage)
            throws RowFault {
        needed(Entry.AGENT, entry.agent());
        needed(Entry.LLM, entry.llm());
        needed(Entry.HOURS, entry.hours());
        LocalDate day =
                Cells.day(Entry.DATE, entry.date())
                        .orElseThrow(() -> new RowFault(Entry.DATE, "is missing"));
        Matcher score = MEAN_AND_ERROR.matcher(Entry.plain(row.needed(SCORE)));
        if (!score.matches()) {
            throw new RowFault(
                    SCORE,
                    "'%s' is no mean with its error".formatted(Cells.shortened(row.text(SCORE))));
        }
        Optional<Boolean> leaked =
                leakage.isEmpty() ? Optional.empty() : leaked(leakage.get(), row);
        for (String indicator : INDICATORS) {
            if (leaked.orElse(false) && indicator.equals("mle-bench-all-clean")) {
                mapping.retract(
                        file,
                        indicator,
                        entry.key(),
                        "CONTAMINATION",
                        "the board marks the row for known leakage of test labels");
            } else {
                Report report = report(file, indicator, entry, day, score);
                leaked.ifPresent(it -> report.tag("leakage", it.toString()));
                mapping.add(report);
            }
        }
    }

    private Report report(
            Fetched file, String indicator, Entry entry, LocalDate day, Matcher score) {
        BigDecimal mean = new BigDecimal(score.group(1));
        Report report =
                Report.of(this, file, LICENCE, indicator, entry.key())
                        .model(entry.llm(), models)
                        .scaffold(entry.agent())
                        .value(mean.doubleValue(), UNIT)
                        .observedOn(day)
                        .evidence(EVIDENCE)
                        .evaluator("OTHER")
                        .note("%s h per competition".formatted(entry.hours()));
        if (score.group(2) != null) {
            BigDecimal error = new BigDecimal(score.group(2));
            report.interval(
                    mean.subtract(error).doubleValue(),
                    mean.add(error).doubleValue(),
                    null,
                    "STANDARD_ERROR");
        }
        return report;
    }

    /// What the mark says; empty where it says nothing.
    private static Optional<Boolean> leaked(String column, TableRow row) throws RowFault {
        String mark = Entry.plain(row.text(column));
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        if (MARKED.contains(mark)) {
            return Optional.of(true);
        }
        if (UNMARKED.contains(mark)) {
            return Optional.of(false);
        }
        throw new RowFault(
                Entry.plain(column),
                "'%s' is no mark that is known here".formatted(Cells.shortened(mark)));
    }

    private static void needed(String column, String text) throws RowFault {
        if (text.isEmpty()) {
            throw new RowFault(column, "is missing");
        }
    }
}
