package rubicon.ui.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of one indicator is shown, and how.
///
/// @param asOf ledger time that is shown; null for now, live
/// @param scale null for the scale that the catalogue declares
/// @param intervals whether the chart draws intervals
/// @param layers what is told beside the values
record IndicatorViewState(
        @Nullable Instant asOf,
        @Nullable YScale scale,
        boolean intervals,
        TimeRange time,
        IndicatorTab tab,
        Set<Layer> layers) {
    static final IndicatorViewState DEFAULT =
            new IndicatorViewState(
                    null, null, true, TimeRange.ALL, IndicatorTab.CHART, Layer.DEFAULT);

    IndicatorViewState {
        layers = Set.copyOf(layers);
    }

    private static final String LAYERS =
            "none, or some of " + Layer.key(Set.of(Layer.values())) + " with commas between";

    /// Reads an address; a time that lies ahead of `now` is brought to now, with a notice.
    static Parsed<IndicatorViewState> parse(Map<String, List<String>> query, Instant now) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new IndicatorViewState(
                        asOf(reader, now),
                        reader.value("yScale", YScale::of, "linear or log").orElse(null),
                        reader.value("ci", IndicatorViewState::intervals, "95 or none")
                                .orElse(true),
                        reader.value("time", TimeRange::parse, "for instance 2023-01..latest")
                                .orElse(TimeRange.ALL),
                        reader.value("tab", IndicatorTab::of, "chart, table or sources")
                                .orElse(IndicatorTab.CHART),
                        reader.value("annotations", Layer::parse, LAYERS).orElse(Layer.DEFAULT)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        if (!layers.equals(Layer.DEFAULT)) {
            query.put("annotations", Layer.key(layers));
        }
        if (asOf != null) {
            query.put("asOf", asOf.toString());
        }
        if (!intervals) {
            query.put("ci", "none");
        }
        if (tab != IndicatorTab.CHART) {
            query.put("tab", tab.key());
        }
        if (!time.equals(TimeRange.ALL)) {
            query.put("time", time.key());
        }
        if (scale != null) {
            query.put("yScale", scale.key());
        }
        return query;
    }

    /// What the chart is told.
    ChartModel.Choice choice() {
        return new ChartModel.Choice(scale, intervals, time);
    }

    IndicatorViewState withAsOf(@Nullable Instant at) {
        return new IndicatorViewState(at, scale, intervals, time, tab, layers);
    }

    /// The catalogue's own scale is not written into the address.
    IndicatorViewState withScale(YScale chosen, YScale catalogue) {
        return new IndicatorViewState(
                asOf, chosen == catalogue ? null : chosen, intervals, time, tab, layers);
    }

    IndicatorViewState withIntervals(boolean shown) {
        return new IndicatorViewState(asOf, scale, shown, time, tab, layers);
    }

    IndicatorViewState withTime(TimeRange range) {
        return new IndicatorViewState(asOf, scale, intervals, range, tab, layers);
    }

    IndicatorViewState withTab(IndicatorTab chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, chosen, layers);
    }

    IndicatorViewState withLayers(Set<Layer> shown) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, shown);
    }

    private static @Nullable Instant asOf(QueryReader reader, Instant now) {
        Instant asked =
                reader.value("asOf", text -> AsOf.parse(text, now), "a day or a time in UTC")
                        .orElse(null);
        if (asked == null || !asked.isAfter(now)) {
            return asked;
        }
        reader.notice(
                "The address asks for %s, which is still to come; what is known now is shown."
                        .formatted(Formats.moment(asked)));
        return AsOf.upToNow(asked, now);
    }

    private static Optional<Boolean> intervals(String text) {
        return switch (text) {
            case "95" -> Optional.of(true);
            case "none" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
