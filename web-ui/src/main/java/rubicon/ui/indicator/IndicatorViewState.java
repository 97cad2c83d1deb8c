package rubicon.ui.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
/// @param rival agent that this one is compared with; null for none
/// @param since day from which a ledger of records is read a second time; null for a year before
/// @param threshold whose crossing is asked for, in the indicator's unit; null for none
record IndicatorViewState(
        @Nullable Instant asOf,
        @Nullable YScale scale,
        boolean intervals,
        TimeRange time,
        IndicatorTab tab,
        Set<Layer> layers,
        SeriesReading reading,
        @Nullable String agent,
        @Nullable String rival,
        @Nullable LocalDate since,
        @Nullable Double threshold) {
    static final IndicatorViewState DEFAULT =
            new IndicatorViewState(
                    null,
                    null,
                    true,
                    TimeRange.ALL,
                    IndicatorTab.CHART,
                    Layer.DEFAULT,
                    SeriesReading.COUNTED,
                    null,
                    null,
                    null,
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
                        reader.text("agent").orElse(null),
                        reader.text("rival").orElse(null),
                        reader.value(
                                        "since",
                                        IndicatorViewState::day,
                                        "a day, for instance 2025-09-01")
                                .orElse(null),
                        reader.value(
                                        "threshold",
                                        IndicatorViewState::number,
                                        "a number, for instance 6000")
                                .orElse(null)));
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
        if (rival != null) {
            query.put("rival", rival);
        }
        if (since != null) {
            query.put("since", since.toString());
        }
        if (threshold != null) {
            query.put("threshold", key(threshold));
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
        return new IndicatorViewState(
                at, scale, intervals, time, tab, layers, reading, agent, rival, since, threshold);
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
                agent,
                rival,
                since,
                threshold);
    }

    IndicatorViewState withIntervals(boolean shown) {
        return new IndicatorViewState(
                asOf, scale, shown, time, tab, layers, reading, agent, rival, since, threshold);
    }

    IndicatorViewState withTime(TimeRange range) {
        return new IndicatorViewState(
                asOf, scale, intervals, range, tab, layers, reading, agent, rival, since,
                threshold);
    }

    IndicatorViewState withTab(IndicatorTab chosen) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, chosen, layers, reading, agent, rival, since,
                threshold);
    }

    IndicatorViewState withLayers(Set<Layer> shown) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, shown, reading, agent, rival, since, threshold);
    }

    IndicatorViewState withReading(SeriesReading chosen) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, layers, chosen, agent, rival, since, threshold);
    }

    IndicatorViewState withAgent(String chosen) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, layers, reading, chosen, rival, since,
                threshold);
    }

    /// @param chosen null to compare with none
    IndicatorViewState withRival(@Nullable String chosen) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, layers, reading, agent, chosen, since,
                threshold);
    }

    /// @param day null for a year before
    IndicatorViewState withSince(@Nullable LocalDate day) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, layers, reading, agent, rival, day, threshold);
    }

    /// @param asked null to ask for none
    IndicatorViewState withThreshold(@Nullable Double asked) {
        return new IndicatorViewState(
                asOf, scale, intervals, time, tab, layers, reading, agent, rival, since, asked);
    }

    /// A number without exponent, as people write it.
    static String key(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// A number as people write it; empty for what is none.
    static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// As it stands in an address.
    static String key(SeriesReading reading) {
        return reading.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<SeriesReading> reading(String key) {
        return Stream.of(SeriesReading.values()).filter(it -> key(it).equals(key)).findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
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
