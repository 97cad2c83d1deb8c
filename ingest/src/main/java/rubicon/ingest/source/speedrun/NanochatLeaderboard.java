package rubicon.ingest.source.speedrun;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
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

/// The table of times to GPT-2 level in nanochat's README, in both its forms. A row is an agent's
/// where its description says `autoresearch`.
///
/// @see <a href="https://github.com/karpathy/nanochat">nanochat</a>
public final class NanochatLeaderboard implements FileConnector {
    private static final String LICENCE = "MIT";
    private static final String EVIDENCE = "https://github.com/karpathy/nanochat";
    private static final String HEADING = "Time-to-GPT-2";
    private static final String NUMBER = "#";
    private static final String TIME = "time";
    private static final String OLD_TIME = "Record time";
    private static final String DESCRIPTION = "Description";
    private static final String DATE = "Date";
    private static final String AGENT = "autoresearch";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[MMMM][MMM] d[,] uuuu", Locale.ENGLISH);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private final Aliases systems = Aliases.of("speedrun-systems");

    @Override
    public String id() {
        return "nanochat-leaderboard";
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
        Table table = MarkdownTables.find(file, HEADING, NUMBER, DESCRIPTION, DATE);
        String time = table.has(OLD_TIME) ? OLD_TIME : TIME;
        table.needs(time);
        Mapping mapping = new Mapping();
        Set<String> numbers = new HashSet<>();
        for (TableRow row : table.rows()) {
            String number = row.text(NUMBER);
            mapping.row(
                    number,
                    "leaderboard." + row.number(),
                    () -> {
                        Report report = read(file, row, time);
                        if (!numbers.add(number)) {
                            throw new RowFault(NUMBER, "'%s' is there twice".formatted(number));
                        }
                        mapping.add(report);
                    });
        }
        return mapping.mapped();
    }

    private Report read(Fetched file, TableRow row, String time) throws RowFault {
        String description = row.text(DESCRIPTION);
        Report report =
                Report.of(this, file, LICENCE, "nanochat-time-to-gpt2", row.needed(NUMBER))
                        .value(Times.in("h", time, row.needed(time)), "h")
                        .evidence(EVIDENCE)
                        .evaluator("OTHER")
                        // Rows sum up many edits, and none says how many.
                        .tag(RecordEntries.SCOPE, "BUNDLE")
                        .note(description);
        String date = row.needed(DATE);
        if (YEAR.matcher(date).matches()) {
            report.observedIn(LocalDate.of(Integer.parseInt(date), 1, 1), "YEAR");
        } else {
            report.observedOn(Days.in(DAY, DATE, date));
        }
        return description.toLowerCase(Locale.ROOT).contains(AGENT)
                ? report.model(AGENT, systems)
                : report.actor("HUMAN");
    }
}
