package rubicon.ui.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;
import rubicon.ui.shell.AsOf;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of one indicator is shown, and how.
///
/// @param asOf ledger time that is shown; null for now, live
/// @param scale null for the scale that the catalogue declares
/// @param intervals whether the chart draws intervals
/// @param layers what is told beside the values
/// @param reading which values the series is made of
/// @param agent whose runs are shown at the time horizon; null for the one with the longest
record IndicatorViewState(
        @Nullable Instant asOf,
        @Nullable YScale scale,
        boolean intervals,
        TimeRange time,
        IndicatorTab tab,
        Set<Layer> layers,
        SeriesReading reading,
        @Nullable String agent) {
    static final IndicatorViewState DEFAULT =
            new IndicatorViewState(
                    null,
                    null,
                    true,
                    TimeRange.ALL,
                    IndicatorTab.CHART,
                    Layer.DEFAULT,
                    SeriesReading.COUNTED,
                    null);

    IndicatorViewState {
        layers = Set.copyOf(layers);
    }

    private static final String READINGS = "counted, standing, clean or independent";

    private static final String LAYERS =
            "none, or some of " + Layer.key(Set.of(Layer.values())) + " with commas between";

    /// Reads an address; a time that lies ahead of `now` is brought to now, with a notice.
    static Parsed<IndicatorViewState> parse(Map<String, List<String>> query, Instant now) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new IndicatorViewState(
                        AsOf.read(reader, now),
                        reader.value("yScale", YScale::of, "linear or log").orElse(null),
                        reader.value("ci", IndicatorViewState::intervals, "95 or none")
                                .orElse(true),
                        reader.value("time", TimeRange::parse, "for instance 2023-01..latest")
                                .orElse(TimeRange.ALL),
                        reader.value("tab", IndicatorTab::of, "chart, table or sources")
                                .orElse(IndicatorTab.CHART),
                        reader.value("annotations", Layer::parse, LAYERS).orElse(Layer.DEFAULT),
                        reader.value("reading", IndicatorViewState::reading, READINGS)
                                .orElse(SeriesReading.COUNTED),
                        reader.text("agent").orElse(null)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        if (agent != null) {
            query.put("agent", agent);
        }
        if (!layers.equals(Layer.DEFAULT)) {
            query.put("annotations", Layer.key(layers));
        }
        if (asOf != null) {
            query.put("asOf", asOf.toString());
        }
        if (!intervals) {
            query.put("ci", "none");
        }
        if (reading != SeriesReading.COUNTED) {
            query.put("reading", key(reading));
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
        return new ChartModel.Choice(
                scale,
                intervals,
                time,
                reading,
                layers.contains(Layer.DISPUTED),
                layers.contains(Layer.RETRACTED));
    }

    IndicatorViewState withAsOf(@Nullable Instant at) {
        return new IndicatorViewState(at, scale, intervals, time, tab, layers, reading, agent);
    }

    /// The catalogue's own scale is not written into the address.
    IndicatorViewState withScale(YScale chosen, YScale catalogue) {
        return new IndicatorViewState(
                asOf,
                chosen == catalogue ? null : chosen,
                intervals,
                time,
                tab,
                layers,
                reading,
                agent);
    }

    IndicatorViewState withIntervals(boolean shown) {
        return new IndicatorViewState(asOf, scale, shown, time, tab, layers, reading, agent);
    }

    IndicatorViewState withTime(TimeRange range) {
        return new IndicatorViewState(asOf, scale, intervals, range, tab, layers, reading, agent);
    }

    IndicatorViewState withTab(IndicatorTab chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, chosen, layers, reading, agent);
    }

    IndicatorViewState withLayers(Set<Layer> shown) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, shown, reading, agent);
    }

    IndicatorViewState withReading(SeriesReading chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, layers, chosen, agent);
    }

    IndicatorViewState withAgent(String chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, layers, reading, chosen);
    }

    /// As it stands in an address.
    static String key(SeriesReading reading) {
        return reading.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<SeriesReading> reading(String key) {
        return Stream.of(SeriesReading.values()).filter(it -> key(it).equals(key)).findFirst();
    }

    private static Optional<Boolean> intervals(String text) {
        return switch (text) {
            case "95" -> Optional.of(true);
            case "none" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
