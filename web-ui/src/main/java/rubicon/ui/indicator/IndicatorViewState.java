package rubicon.ui.indicator;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of one indicator is shown, and how.
///
/// @param asOf ledger time that is shown; null for now, live
/// @param scale null for the scale that the catalogue declares
/// @param intervals whether the chart draws intervals
record IndicatorViewState(
        @Nullable Instant asOf,
        @Nullable YScale scale,
        boolean intervals,
        TimeRange time,
        IndicatorTab tab) {
    static final IndicatorViewState DEFAULT =
            new IndicatorViewState(null, null, true, TimeRange.ALL, IndicatorTab.CHART);

    static Parsed<IndicatorViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new IndicatorViewState(
                        reader.value("asOf", IndicatorViewState::instant, "a time in UTC")
                                .orElse(null),
                        reader.value("yScale", YScale::of, "linear or log").orElse(null),
                        reader.value("ci", IndicatorViewState::intervals, "95 or none")
                                .orElse(true),
                        reader.value("time", TimeRange::parse, "for instance 2023-01..latest")
                                .orElse(TimeRange.ALL),
                        reader.value("tab", IndicatorTab::of, "chart, table or sources")
                                .orElse(IndicatorTab.CHART)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
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
        return new IndicatorViewState(at, scale, intervals, time, tab);
    }

    /// The catalogue's own scale is not written into the address.
    IndicatorViewState withScale(YScale chosen, YScale catalogue) {
        return new IndicatorViewState(
                asOf, chosen == catalogue ? null : chosen, intervals, time, tab);
    }

    IndicatorViewState withIntervals(boolean shown) {
        return new IndicatorViewState(asOf, scale, shown, time, tab);
    }

    IndicatorViewState withTime(TimeRange range) {
        return new IndicatorViewState(asOf, scale, intervals, range, tab);
    }

    IndicatorViewState withTab(IndicatorTab chosen) {
        return new IndicatorViewState(asOf, scale, intervals, time, chosen);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> intervals(String text) {
        return switch (text) {
            case "95" -> Optional.of(true);
            case "none" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
