package rubicon.ingest.source.hal;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
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
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.Decimals;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Runs of CORE-Bench Hard on the Holistic Agent Leaderboard, from CSV of two kinds: its database
/// (`accuracy`, so far a fraction) and the export of its site (`Accuracy`, so far per cent to two
/// decimals). Rows of other benchmarks are passed over.
public final class CoreBenchRuns implements FileConnector {
    static final String ID = "core-bench-hal";

    private static final String BENCHMARK = "corebench_hard";
    private static final int TASKS = 45;

    /// Below this, in US dollars for one task, the bill is not all of it.
    private static final double LEAST_COST = 0.005;

    private static final Pattern AGENT = Pattern.compile("([^(]{1,200}?) *\\((.{1,200})\\)");
    private static final Pattern TASK = Pattern.compile("'[^']{1,200}'");

    private final Aliases names = Aliases.of("hal-models");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public Mapped map(Fetched file) throws DriftException {
        Table table = Csv.read(file).needs("benchmark_name", "run_id");
        Kind kind = table.has(Kind.SITE.accuracy) ? Kind.SITE : Kind.DATABASE;
        table.needs(kind.accuracy, kind.agent, kind.date);
        List<TableRow> rows =
                table.rows().stream()
                        .filter(it -> it.text("benchmark_name").equals(BENCHMARK))
                        .toList();
        boolean isPerCent = rows.stream().anyMatch(it -> isAboveOne(kind, it));
        Mapping mapping = new Mapping();
        for (TableRow row : rows) {
            mapping.row(
                    row.text("run_id"),
                    "row " + row.number(),
                    () -> mapping.add(report(file, kind, row, isPerCent)));
        }
        return mapping.mapped();
    }

    /// Of per cents each but 0 is above 1: the smallest step is a task of 45.
    private static boolean isAboveOne(Kind kind, TableRow row) {
        try {
            return row.number(kind.accuracy).orElse(0) > 1;
        } catch (RowFault e) {
            return false; // refused where the row itself is read
        }
    }

    private Report report(Fetched file, Kind kind, TableRow row, boolean isPerCent)
            throws RowFault {
        String name = row.needed(kind.agent);
        Matcher agent = AGENT.matcher(name);
        if (!agent.matches()) {
            throw new RowFault(kind.agent, "'%s' names no scaffold and model".formatted(name));
        }
        long tasks = tasks(row);
        Report report =
                Report.of(
                                this,
                                file,
                                Fetched.NONE_STATED,
                                "core-bench-hard-hal",
                                row.needed("run_id"))
                        .model(agent.group(2), names)
                        .scaffold(agent.group(1))
                        .value(percent(row.neededNumber(kind.accuracy), isPerCent), "% correct")
                        .cases(tasks)
                        .observedOn(row.neededDay(kind.date))
                        .evaluator("THIRD_PARTY")
                        .evidence("https://hal.cs.princeton.edu");
        if (row.text("Verified").equals("✓")) {
            report.tag("checked", "true");
        }
        OptionalDouble cost = row.number(kind.cost);
        if (cost.isPresent()) {
            report.tag("costUsd", BigDecimal.valueOf(cost.getAsDouble()).toPlainString());
            if (cost.getAsDouble() < LEAST_COST * tasks) {
                report.tag("costImplausible", "true");
            }
        }
        return report;
    }

    /// As many as the run lists; the site's export lists none, and the benchmark has 45.
    private static long tasks(TableRow row) {
        long listed =
                TASK.matcher(row.text("successful_tasks")).results().count()
                        + TASK.matcher(row.text("failed_tasks")).results().count();
        return listed == 0 ? TASKS : listed;
    }

    /// The two kinds of file.
    private enum Kind {
        DATABASE("agent_name", "date", "accuracy", "total_cost"),
        SITE("Agent Name", "Date", "Accuracy", "Total Cost");

        private final String agent;
        private final String date;
        private final String accuracy;
        private final String cost;

        Kind(String agent, String date, String accuracy, String cost) {
            this.agent = agent;
            this.date = date;
            this.accuracy = accuracy;
            this.cost = cost;
        }
    }

    /// In per cent. The site's two decimals stand for a number of tasks, the database's fraction
    /// for the same number: both are brought to it, so that neither restates the other.
    private static double percent(double accuracy, boolean isPerCent) {
        double percent = isPerCent ? Decimals.rounded(accuracy) : Decimals.percent(accuracy);
        double whole = Decimals.percent(Math.rint(percent * TASKS / 100) / TASKS);
        return Math.abs(whole - percent) <= 0.0051 ? whole : percent;
    }
}
