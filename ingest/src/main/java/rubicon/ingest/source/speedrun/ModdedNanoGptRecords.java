package rubicon.ingest.source.speedrun;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import rubicon.ingest.source.format.Days;
import rubicon.ingest.source.format.MarkdownTables;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;
import rubicon.ingest.source.format.Times;
import rubicon.model.analysis.RecordEntries;

/// The record ledger of the NanoGPT speedrun's first track: a table in a README, a row per record.
/// A row is an AI system's where the contributors name one; what follows from that (its step, and
/// its part of the year's gain) is computed here.
///
/// @see <a href="https://github.com/KellerJordan/modded-nanogpt">modded-nanogpt</a>
public final class ModdedNanoGptRecords implements FileConnector {
    private static final String LICENCE = "MIT";
    private static final String EVIDENCE = "https://github.com/KellerJordan/modded-nanogpt";
    private static final String HEADING = "World record history";
    private static final String NUMBER = "#";
    private static final String TIME = "Record time";
    private static final String DESCRIPTION = "Description";
    private static final String DATE = "Date";
    private static final String CONTRIBUTORS = "Contributors";

    /// Months and days are written with one digit or two.
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/uu", Locale.ROOT);

    private static final Pattern AI_SYSTEM =
            Pattern.compile(
                    "(?i)\\bAI[ -](?:system|agent)s?:?\\s+([^\\s,;&][^,;&]{0,100}?)(?=\\s+and\\s|\\s*[,;&]|\\s*$)");
    private static final Pattern NO_RECORD = Pattern.compile("(?i)\\bnot a (new )?record\\b");

    private final Aliases systems = Aliases.of("speedrun-systems");

    @Override
    public String id() {
        return "modded-nanogpt-records";
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
        Table table =
                MarkdownTables.find(file, HEADING, NUMBER, TIME, DESCRIPTION, DATE, CONTRIBUTORS);
        Mapping mapping = new Mapping();
        Set<String> numbers = new HashSet<>();
        List<LedgerRow> rows = new ArrayList<>();
        for (TableRow cells : table.rows()) {
            String number = cells.text(NUMBER);
            mapping.row(
                    number,
                    "records." + cells.number(),
                    () -> {
                        LedgerRow row = row(cells);
                        if (row.isRecord() && !numbers.add(number)) {
                            throw new RowFault(NUMBER, "'%s' is there twice".formatted(number));
                        }
                        Optional<LedgerRow> before =
                                rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
                        rows.add(row);
                        if (row.isRecord()) {
                            mapping.add(time(file, row, before));
                        }
                    });
        }
        // A row that cannot be read leaves a hole: what is gained across it is nobody's.
        if (rows.size() == table.rows().size() && !rows.isEmpty()) {
            addGains(mapping, file, rows);
        }
        return mapping.mapped();
    }

    private static LedgerRow row(TableRow cells) throws RowFault {
        String contributors = cells.text(CONTRIBUTORS);
        Matcher system = AI_SYSTEM.matcher(contributors);
        return new LedgerRow(
                cells.needed(NUMBER),
                Times.in("min", TIME, cells.needed(TIME)),
                Days.in(DAY, DATE, cells.needed(DATE)),
                system.find() ? Optional.of(system.group(1).strip()) : Optional.empty(),
                !NO_RECORD.matcher(contributors).find(),
                cells.text(DESCRIPTION));
    }

    /// @param before the row above, which may only time an earlier record again
    private Report time(Fetched file, LedgerRow row, Optional<LedgerRow> before) {
        Report report =
                credited(report(file, "nanogpt-speedrun-time", row.number()), row)
                        .value(row.time(), "min")
                        .observedOn(row.day())
                        .note(row.description());
        before.filter(it -> !it.isRecord())
                .ifPresent(it -> report.tag(RecordEntries.BASELINE, String.valueOf(it.time())));
        return report;
    }

    private void addGains(Mapping mapping, Fetched file, List<LedgerRow> rows) {
        Gains gains = Gains.of(rows);
        for (Gains.Step step : gains.byAi()) {
            LedgerRow row = step.row();
            mapping.add(
                    credited(report(file, "nanogpt-largest-ai-step", row.number()), row)
                            .value(step.percent(), "% of time")
                            .observedOn(row.day())
                            .note("%s to %s min".formatted(step.before(), row.time())));
        }
        LocalDate start = rows.getFirst().day();
        gains.aiShares(start)
                .forEach((day, share) ->
                        mapping.add(
                                report(file, "nanogpt-ai-gain-share-12m", day.toString())
                                        .model("systems credited in the ledger")
                                        .value(share.value(), "share")
                                        .observedOn(day)
                                        .note(share.records())));
    }

    private Report credited(Report report, LedgerRow row) {
        return row.ai().map(it -> report.model(it, systems)).orElseGet(() -> report.actor("HUMAN"));
    }

    private Report report(Fetched file, String indicator, String externalId) {
        return Report.of(this, file, LICENCE, indicator, externalId)
                .evidence(EVIDENCE)
                .evaluator("OTHER");
    }
}
