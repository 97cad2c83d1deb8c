package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;

/// The chart's twin: the running best as a table, newest first.
final class FrontierTable extends Div {
    private final DataTable table =
            new DataTable(
                    "Running best, newest first",
                    DataTable.Column.text("Date"),
                    DataTable.Column.text("Model"),
                    DataTable.Column.text("Developer"),
                    DataTable.Column.number("Value"),
                    DataTable.Column.number("Low"),
                    DataTable.Column.number("High"),
                    DataTable.Column.text("Interval"),
                    DataTable.Column.number("As stated"));

    FrontierTable() {
        table.setTestId("frontier-table");
        add(table);
    }

    void show(IndicatorStatePayload state, TimeRange range) {
        table.clear();
        List<Point> newestFirst = state.frontier().reversed();
        for (Point point : newestFirst) {
            if (range.contains(point.observedOn())) {
                addRow(point, state.unit());
            }
        }
    }

    private void addRow(Point point, String unit) {
        table.row(
                Formats.date(point.observedOn(), point.precision()),
                orUnknown(point.subject().model()),
                orUnknown(point.subject().developer()),
                Formats.value(point.value(), unit),
                bound(point.low(), unit),
                bound(point.high(), unit),
                kind(point),
                Formats.exact(point.value(), unit));
    }

    private static String bound(@Nullable Double bound, String unit) {
        return bound == null ? Formats.UNKNOWN : Formats.value(bound, unit);
    }

    private static String kind(Point point) {
        if (point.level() == null) {
            return Formats.UNKNOWN;
        }
        String method = point.method() == null ? "" : " " + Formats.words(point.method());
        return Formats.level(point.level()) + method;
    }

    private static String orUnknown(@Nullable String text) {
        return text == null || text.isBlank() ? Formats.UNKNOWN : text;
    }
}
