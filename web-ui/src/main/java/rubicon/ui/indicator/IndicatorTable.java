package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.DataTable;

/// Indicators with their best value, live; what has no source any more, or none yet, last.
public final class IndicatorTable extends Composite<DataTable> {
    private static final List<String> FEEDS = List.of("LIVE", "OWN", "FROZEN", "RETIRED", "EMPTY");
    private static final Comparator<IndicatorPayload> ORDER =
            Comparator.<IndicatorPayload>comparingInt(it -> FEEDS.indexOf(it.feed()))
                    .thenComparing(it -> String.valueOf(it.title()));

    private final DataTable table;

    /// A table of these indicators.
    ///
    /// @param caption what the table holds, read out before it
    public IndicatorTable(
            String caption,
            List<IndicatorPayload> indicators,
            IndicatorFeed feed,
            InstantSource clock) {
        table =
                new DataTable(
                                caption,
                                DataTable.Column.text("Indicator"),
                                DataTable.Column.number("Best value"),
                                DataTable.Column.text("By"),
                                DataTable.Column.number("Doubling time"),
                                DataTable.Column.text("Course"),
                                DataTable.Column.text("Data"))
                        .steady();
        indicators.stream()
                .sorted(ORDER)
                .forEach(it -> new IndicatorRow(it, feed, clock).addTo(table));
    }

    @Override
    protected DataTable initContent() {
        return table;
    }
}
