package rubicon.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.ChartModel.Dot;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;

/// A chart's twin: every result that it draws as a row, newest first, the running best marked; and
/// its trend in a sentence.
public final class ChartTable extends Div {
    private final DataTable table =
            new DataTable(
                    "Results, newest first",
                    DataTable.Column.text("Date"),
                    DataTable.Column.text("Model"),
                    DataTable.Column.text("Developer"),
                    DataTable.Column.number("Value"),
                    DataTable.Column.text("Best so far"),
                    DataTable.Column.number("Low"),
                    DataTable.Column.number("High"),
                    DataTable.Column.text("Interval"),
                    DataTable.Column.number("As stated"));
    private final Paragraph trend = new Paragraph();
    private @Nullable ChartModel shown;

    public ChartTable() {
        table.setTestId("frontier-table");
        trend.addClassName("table-note");
        trend.setTestId("trend-sentence");
        add(trend, table);
    }

    /// Shows what a chart draws.
    ///
    /// @param nothing said when there is no result
    public void show(ChartModel model, String nothing) {
        table.setVisible(!model.isEmpty());
        trend.setText(model.isEmpty() ? nothing : ChartSummary.trend(model));
        if (!model.equals(shown)) {
            shown = model;
            table.clear();
            Set<Key> best = model.frontier().stream().map(Key::of).collect(Collectors.toSet());
            rows(model)
                    .forEach(dot ->
                            addRow(dot, best.contains(Key.of(dot)) ? "yes" : "no", model.unit()));
            model.doubtful().forEach(dot -> addRow(dot, "disputed or held", model.unit()));
            model.retracted().forEach(dot -> addRow(dot, "retracted", model.unit()));
        }
    }

    /// What tells a result from others: the frontier and the ledger name the same ones.
    private record Key(LocalDate day, double value, String name) {
        static Key of(Dot dot) {
            return new Key(dot.day(), dot.value(), dot.name());
        }
    }

    private static List<Dot> rows(ChartModel model) {
        Map<Key, Dot> all = new LinkedHashMap<>();
        Stream.concat(model.frontier().stream(), model.results().stream())
                .forEach(dot -> all.putIfAbsent(Key.of(dot), dot));
        return all.values().stream()
                .sorted(
                        Comparator.comparing(Dot::day)
                                .thenComparingDouble(Dot::value)
                                .reversed()
                                .thenComparing(Dot::name))
                .toList();
    }

    private void addRow(Dot dot, String best, String unit) {
        table.row(
                Formats.date(dot.day(), dot.precision()),
                dot.name(),
                orUnknown(dot.developer()),
                Formats.value(dot.value(), unit),
                best,
                bound(dot.low(), unit),
                bound(dot.high(), unit),
                kind(dot),
                Formats.exact(dot.value(), unit));
    }

    private static String bound(@Nullable Double bound, String unit) {
        return bound == null ? Formats.UNKNOWN : Formats.value(bound, unit);
    }

    private static String kind(Dot dot) {
        return dot.interval().isKnown() ? dot.interval().kind() : Formats.UNKNOWN;
    }

    private static String orUnknown(String text) {
        return text.isBlank() ? Formats.UNKNOWN : text;
    }
}
