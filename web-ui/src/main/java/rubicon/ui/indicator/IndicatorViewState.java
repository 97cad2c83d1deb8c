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
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of one indicator is shown, and how.
///
/// @param asOf ledger time that is shown; null for now, live
/// @param scale null for the scale that the catalogue declares
/// @param intervals whether the chart draws intervals
/// @param layers what is told beside the values
/// @param reading which values the series is made of
record IndicatorViewState(
        @Nullable Instant asOf,
        @Nullable YScale scale,
        boolean intervals,
        TimeRange time,
        IndicatorTab tab,
        Set<Layer> layers,
        SeriesReading reading) {
    static final IndicatorViewState DEFAULT =
            new IndicatorViewState(
                    null,
                    null,
                    true,
                    TimeRange.ALL,
                    IndicatorTab.CHART,
                    Layer.DEFAULT,
                    SeriesReading.COUNTED);

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
                        asOf(reader, now),
                        reader.value("yScale", YScale::of, "linear or log").orElse(null),
                        reader.value("ci", IndicatorViewState::intervals, "95 or none")
                                .orElse(true),
                        reader.value("time", TimeRange::parse, "for instance 2023-01..latest")
                                .orElse(TimeRange.ALL),
                        reader.value("tab", IndicatorTab::of, "chart, table or sources")
                                .orElse(IndicatorTab.CHART),
                        reader.value("annotations", Layer::parse, LAYERS).orElse(Layer.DEFAULT),
                        reader.value("reading", IndicatorViewState::reading, READINGS)
                                .orElse(SeriesReading.COUNTED)));
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
        return new IndicatorViewState(at, scale, intervals, time, tab, layers, reading);
    }

    /// The catalogue's own scale is not written into the address.
    IndicatorViewState withScale(YScale chosen, YScale catalogue) {
        return new IndicatorViewState(
                asOf, chosen == catalogue ? null : chosen, intervals, time, tab, layers, reading);
    }

    IndicatorViewState withIntervals(boolean shown) {
        return new IndicatorViewState(asOf, scale, shown, time, tab, layers, reading);
    }

    IndicatorViewState withTime(TimeRange range) {
        return new IndicatorViewState(asOf, scale, intervals, range, tab, layers, reading);
    }

    IndicatorViewState withTab(IndicatorTab chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, chosen, layers, reading);
    }

    IndicatorViewState withLayers(Set<Layer> shown) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, shown, reading);
    }

    IndicatorViewState withReading(SeriesReading chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, tab, layers, chosen);
    }

    /// As it stands in an address.
    static String key(SeriesReading reading) {
        return reading.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<SeriesReading> reading(String key) {
        return Stream.of(SeriesReading.values()).filter(it -> key(it).equals(key)).findFirst();
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
