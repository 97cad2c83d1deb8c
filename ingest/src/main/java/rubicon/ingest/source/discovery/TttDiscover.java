package rubicon.ingest.source.discovery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.DayOption;
import rubicon.ingest.source.format.MarkdownTables;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;
import rubicon.ingest.source.format.Times;

/// The kernel table in the README of TTT-Discover: times of the TriMul kernel on four accelerators,
/// by the best of people and by machines. The table has no date: the option `observedOn` gives it,
/// else a row keeps that of its first reading.
///
/// @see <a href="https://github.com/test-time-training/discover">TTT-Discover</a>
public final class TttDiscover implements Connector {
    private static final String LICENCE = "MIT";
    private static final String EVIDENCE = "https://github.com/test-time-training/discover";
    private static final String TASK = "Task";
    private static final String PEOPLE = "Best Human";
    private static final Pattern BY_PEOPLE = Pattern.compile("(?i)\\b(human|people)");
    private static final String OWN = "TTT-Discover";
    private static final Map<String, String> INDICATORS =
            Map.of(
                    "A100", "trimul-kernel-time-a100",
                    "B200", "trimul-kernel-time-b200",
                    "H100", "trimul-kernel-time-h100",
                    "MI300x", "trimul-kernel-time-mi300x");

    private final Aliases systems = Aliases.of("discovery-systems");

    @Override
    public String id() {
        return "ttt-discover";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layout layout() {
        return new Layout.Single(Format.MARKDOWN);
    }

    @Override
    public boolean isUndated() {
        return true;
    }

    @Override
    public Set<String> options() {
        return Set.of(DayOption.NAME);
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Fetched file = delivery.only();
        Table table = kernels(MarkdownTables.read(file));
        @Nullable LocalDate day = DayOption.of(delivery).orElse(null);
        Mapping mapping = new Mapping();
        accelerators(table)
                .forEach((column, accelerator) ->
                        table.rows()
                                .forEach(row -> {
                                    String key = key(accelerator, row.text(TASK));
                                    mapping.row(
                                            key,
                                            "kernels." + row.number(),
                                            () -> {
                                                if (!Cells.isNothing(row.text(column))) {
                                                    mapping.add(
                                                            report(file, accelerator, key, row)
                                                                    .value(
                                                                            Times.in(
                                                                                    "µs",
                                                                                    column,
                                                                                    row.text(
                                                                                            column)),
                                                                            "µs")
                                                                    .observedOn(day));
                                                }
                                            });
                                }));
        return mapping.mapped();
    }

    private Report report(Fetched file, String accelerator, String key, TableRow row)
            throws RowFault {
        String who = row.needed(TASK);
        Report report =
                Report.of(this, file, LICENCE, String.valueOf(INDICATORS.get(accelerator)), key)
                        .evidence(EVIDENCE)
                        .evaluator("FIRST_PARTY");
        return BY_PEOPLE.matcher(who).find() ? report.actor("HUMAN") : report.model(who, systems);
    }

    private static String key(String accelerator, String who) {
        if (who.equals(OWN)) {
            return accelerator;
        }
        return accelerator + "|" + (who.equalsIgnoreCase(PEOPLE) ? PEOPLE : who);
    }

    /// The table whose columns are accelerators.
    private static Table kernels(List<Table> tables) throws DriftException {
        for (Table table : tables) {
            if (!accelerators(table).isEmpty()) {
                return table.needs(TASK);
            }
        }
        throw new DriftException(
                "there is no table with a column '%s'"
                        .formatted(
                                String.join(
                                        "' or '", INDICATORS.keySet().stream().sorted().toList())));
    }

    /// Accelerators by the columns that they stand over, without the arrow that says which way is
    /// better.
    private static Map<String, String> accelerators(Table table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : table.columns()) {
            String name = column.replaceAll("[↓↑*]", "").strip();
            if (INDICATORS.containsKey(name)) {
                columns.put(column, name);
            }
        }
        return columns;
    }
}
