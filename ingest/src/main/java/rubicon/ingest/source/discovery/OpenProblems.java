package rubicon.ingest.source.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Solves of FrontierMath's open problems: the running count of those that are credited to AI and
/// dated.
final class OpenProblems {
    static final String FILE = "math-frontiermath-open/frontiermath-open-solutions.csv";

    private static final String SLUG = "slug";
    private static final String DATE = "date";
    private static final String EVENT = "event";
    private static final String SYSTEM = "system";
    private static final String BY_AI = "solved_ai";
    private static final Set<String> EVENTS = Set.of(BY_AI, "solved_human");

    private OpenProblems() {}

    private record Solve(TableRow row, LedgerDate date, boolean isProvisional) {}

    static void read(Ledger ledger) throws DriftException {
        Table table = Csv.read(ledger.file()).needs(SLUG, DATE, EVENT, SYSTEM);
        List<Solve> solves = new ArrayList<>();
        for (TableRow row : table.rows()) {
            ledger.mapping()
                    .row(row.text(SLUG), "open." + row.number(), () -> collect(solves, row));
        }
        solves.sort(Comparator.comparing(it -> it.date().firstDay()));
        int count = 0;
        boolean atMost = false;
        for (Solve solve : solves) {
            count++;
            // Who counts a doubtful one among the others says no exact number from then on.
            atMost |= solve.isProvisional();
            ledger.mapping().add(report(ledger, solve, count, atMost));
        }
    }

    private static void collect(List<Solve> solves, TableRow row) throws RowFault {
        row.needed(SLUG);
        String event = row.needed(EVENT);
        if (!EVENTS.contains(event)) {
            throw new RowFault(EVENT, "'%s' is none known here".formatted(Cells.shortened(event)));
        }
        if (event.equals(BY_AI)) {
            row.needed(SYSTEM);
            LedgerDate.of(row)
                    .ifPresent(date ->
                            solves.add(
                                    new Solve(
                                            row,
                                            date,
                                            row.text("note")
                                                    .toLowerCase(Locale.ROOT)
                                                    .contains("provisional"))));
        }
    }

    private static Report report(Ledger ledger, Solve solve, int count, boolean atMost) {
        TableRow row = solve.row();
        Report report =
                solve.date()
                        .on(ledger.report("frontiermath-open-ai-solved", row.text(SLUG)))
                        .model(row.text(SYSTEM), ledger.systems())
                        .value(count, "count")
                        .evaluator("THIRD_PARTY")
                        .note(row.text("note"));
        String source = row.text("source_url");
        if (!source.isEmpty()) {
            report.evidence(source);
        }
        if (atMost) {
            report.qualifier("<=");
        }
        if (solve.isProvisional()) {
            report.tag("provisional", "true");
        }
        return report;
    }
}
