package rubicon.ui.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rubicon.ui.chart.ChartModel.Dot;
import rubicon.ui.shell.Formats;

/// The frontier of an indicator as an option of Apache ECharts.
///
/// All results are faint, the running best is a bold step line with names, intervals are bars with
/// caps, the trend is dashed, reference lines and thresholds are horizontal, annotations stand
/// between legend and plot. Series have stable ids, so an update moves what is there. Text in the
/// form `var(--x)` and `rubicon:x` is resolved by the browser element: colours by theme, and the
/// few functions that JSON can not carry.
public final class FrontierChart {
    static final String FRONTIER = "Running best";
    static final String RESULTS = "All results";
    static final String DOUBTFUL = "Disputed or held";
    static final String RETRACTED = "Retracted";
    static final String BASELINE = "Human baseline";
    static final String CEILING = "Noise ceiling";
    private static final double EDGE = 0.15;

    /// Where annotations make the chart longer, its values stand closer to the axis.
    private static final double EDGE_OF_LONGER = 0.25;

    private static final double SMALLEST = 8.5;

    /// Up to how many times the best value a line is shown.
    private static final double FARTHEST = 2.5;

    private static final double FARTHEST_OF_LOG = 16;
    private static final int TOP = 44;

    private FrontierChart() {}

    /// The whole option.
    public static Map<String, Object> option(ChartModel model) {
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("animationDuration", 250);
        base.put("animationDurationUpdate", 250);
        base.put("grid", grid(model));
        base.put("legend", Legend.of(model));
        base.put("tooltip", tooltip());
        base.put("xAxis", timeAxis(model));
        base.put(
                "yAxis",
                ValueAxis.option(model.unit(), model.scale(), visible(model), best(model)));
        base.put("series", series(model));
        return base;
    }

    private static Map<String, Object> grid(ChartModel model) {
        int right = model.lines().isEmpty() ? 20 : LineMarks.MARGIN;
        return Map.of(
                "left",
                12,
                "right",
                right,
                "top",
                TOP + Marks.of(model).strip(),
                "bottom",
                28,
                "containLabel",
                true);
    }

    private static Map<String, Object> tooltip() {
        return Map.of(
                "trigger", "item",
                "confine", true,
                "formatter", "rubicon:tip",
                "backgroundColor", "var(--rb-surface-raised)",
                "borderColor", "var(--rb-line-strong)",
                "textStyle", Map.of("color", "var(--rb-ink)", "fontSize", 12));
    }

    private static Map<String, Object> timeAxis(ChartModel model) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "time");
        axis.put("axisLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-axis)")));
        axis.put("axisTick", Map.of("lineStyle", Map.of("color", "var(--rb-chart-axis)")));
        axis.put(
                "axisLabel",
                Map.of(
                        "color",
                        "var(--rb-chart-text)",
                        "hideOverlap",
                        true,
                        "formatter",
                        months()));
        axis.put("splitLine", Map.of("show", false));
        TimeSpan span = TimeSpan.of(model);
        axis.put("min", span.from().toString());
        axis.put("max", span.to().toString());
        return axis;
    }

    private static Map<String, String> months() {
        return Map.of("year", "{yyyy}", "month", "{MMM}", "day", "{d} {MMM}");
    }

    private static List<Map<String, Object>> series(ChartModel model) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(results(model));
        if (!model.doubtful().isEmpty()) {
            series.add(beside("doubtful", DOUBTFUL, "diamond", model.doubtful(), model.unit()));
        }
        if (!model.retracted().isEmpty()) {
            series.add(beside("retracted", RETRACTED, "triangle", model.retracted(), model.unit()));
        }
        if (model.drawsIntervals()) {
            series.add(intervals(model));
        }
        if (model.trend() != null) {
            series.add(trend(model));
        }
        series.add(frontier(model));
        series.addAll(Marks.of(model).series());
        if (model.lines().stream().anyMatch(Line::baseline)) {
            series.add(catalogue("baseline", BASELINE, LineMarks.baselines(model)));
        }
        if (model.lines().stream().anyMatch(Line::ceiling)) {
            series.add(catalogue("ceiling", CEILING, LineMarks.ceilings(model)));
        }
        if (model.scale() == YScale.LINEAR) {
            series.add(height(model));
        }
        return series;
    }

    /// A line of the catalogue: a series without points, so that it has its place in the legend.
    private static Map<String, Object> catalogue(
            String id, String name, Map<String, Object> marks) {
        Map<String, Object> series = named(id, name, "line");
        series.put("symbol", "none");
        series.put("silent", true);
        String colour = id.equals("baseline") ? "baseline" : "reference";
        series.put("itemStyle", Map.of("color", "var(--rb-chart-" + colour + ")"));
        series.put("data", List.of());
        series.put("markLine", marks);
        return series;
    }

    /// Nothing that is seen: a linear axis is as high as its series, and lines are none.
    private static Map<String, Object> height(ChartModel model) {
        Map<String, Object> series = named("height", "", "line");
        series.put("symbol", "none");
        series.put("silent", true);
        series.put("tooltip", Map.of("show", false));
        series.put("lineStyle", Map.of("opacity", 0));
        String day = TimeSpan.of(model).from().toString();
        series.put(
                "data",
                beside(model)
                        .filter(value -> reaches(model, value))
                        .map(value -> List.<Object>of(day, value))
                        .toList());
        return series;
    }

    private static Map<String, Object> results(ChartModel model) {
        Map<String, Object> series = named("results", RESULTS, "scatter");
        series.put("symbolSize", 7);
        series.put("z", 2);
        series.put("itemStyle", Map.of("color", "var(--rb-chart-faint)"));
        series.put("data", items(model.results(), model.unit()));
        return series;
    }

    /// Values that do not count: hollow marks, told apart by their form.
    private static Map<String, Object> beside(
            String id, String name, String form, List<Dot> dots, String unit) {
        Map<String, Object> series = named(id, name, "scatter");
        series.put("symbol", form);
        series.put("symbolSize", 10);
        series.put("z", 3);
        series.put(
                "itemStyle",
                Map.of(
                        "color",
                        "transparent",
                        "borderColor",
                        "var(--rb-chart-reference)",
                        "borderWidth",
                        1.5));
        series.put("data", items(dots, unit));
        return series;
    }

    private static Map<String, Object> intervals(ChartModel model) {
        Map<String, Object> series = named("intervals", Legend.intervals(model), "custom");
        series.put("renderItem", "rubicon:interval");
        series.put("clip", true);
        series.put("silent", true);
        series.put("z", 3);
        series.put("itemStyle", Map.of("color", "var(--rb-chart-interval)"));
        series.put("encode", Map.of("x", 0, "y", List.of(1, 2)));
        List<List<Object>> data = new ArrayList<>();
        for (Dot dot : model.frontier()) {
            if (dot.low() != null && dot.high() != null) {
                data.add(List.of(dot.day().toString(), dot.low(), dot.high()));
            }
        }
        series.put("data", data);
        return series;
    }

    private static Map<String, Object> trend(ChartModel model) {
        Map<String, Object> series = named("trend", Legend.trend(model), "line");
        series.put("symbol", "none");
        series.put("silent", true);
        series.put("z", 1);
        series.put(
                "lineStyle",
                Map.of("color", "var(--rb-chart-trend)", "type", "dashed", "width", 1.5));
        series.put("itemStyle", Map.of("color", "var(--rb-chart-trend)"));
        series.put("data", trendData(model));
        return series;
    }

    private static List<List<Object>> trendData(ChartModel model) {
        var trend = model.trend();
        if (trend == null || model.frontier().isEmpty()) {
            return List.of();
        }
        LocalDate first = model.frontier().getFirst().day();
        LocalDate window = trend.from() == null ? first : trend.from();
        LocalDate from = model.range().contains(window) ? window : first;
        LocalDate last = model.frontier().getLast().day();
        return TrendLine.between(trend, from.isBefore(first) ? first : from, last).stream()
                .map(at -> List.<Object>of(at.day().toString(), at.value()))
                .toList();
    }

    private static Map<String, Object> frontier(ChartModel model) {
        Map<String, Object> series = named("frontier", FRONTIER, "line");
        series.put("step", "end");
        series.put("symbol", "circle");
        series.put("z", 4);
        series.put("lineStyle", Map.of("color", "var(--rb-chart-frontier)", "width", 2.25));
        series.put(
                "itemStyle",
                Map.of(
                        "color", "var(--rb-chart-frontier)",
                        "borderColor", "var(--rb-surface)",
                        "borderWidth", 1.5));
        series.put("label", label());
        series.put("labelLayout", Map.of("hideOverlap", true));
        series.put("data", labelled(model));
        series.put("markLine", LineMarks.of(model));
        return series;
    }

    /// Names stand above and to the left of their point, where a rising step line leaves room.
    private static Map<String, Object> label() {
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("show", true);
        label.put("formatter", "{b}");
        label.put("position", List.of(-2, 1));
        label.put("align", "right");
        label.put("verticalAlign", "bottom");
        label.put("fontSize", 11);
        label.put("color", "var(--rb-ink-2)");
        label.putAll(LineMarks.HALO);
        return label;
    }

    /// The points with their names; the first ones have theirs to the right, clear of the axis.
    /// Where names would overlap, that of the larger point stays: later ones, which are higher too,
    /// are larger by a hair, and the record, which is the newest, is the largest.
    private static List<Map<String, Object>> labelled(ChartModel model) {
        TimeSpan span = TimeSpan.of(model);
        long width = ChronoUnit.DAYS.between(span.from(), span.to());
        double edge = span.isLonger() ? EDGE_OF_LONGER : EDGE;
        List<Map<String, Object>> items = new ArrayList<>();
        for (Dot dot : model.frontier()) {
            Map<String, Object> item = item(dot, model.unit());
            if (ChronoUnit.DAYS.between(span.from(), dot.day()) < width * edge) {
                item.put("label", Map.of("align", "left", "position", List.of(8, -3)));
            }
            item.put("symbolSize", SMALLEST + (double) items.size() / model.frontier().size());
            items.add(item);
        }
        return items;
    }

    private static List<Map<String, Object>> items(List<Dot> dots, String unit) {
        return dots.stream().map(dot -> item(dot, unit)).toList();
    }

    private static Map<String, Object> item(Dot dot, String unit) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", dot.name());
        item.put("value", List.of(dot.day().toString(), dot.value()));
        item.put(
                "tip",
                List.of(
                        dot.name(),
                        Formats.value(dot.value(), unit),
                        dot.interval().words(unit),
                        (dot.developer().isEmpty() ? "" : dot.developer() + " · ")
                                + Formats.date(dot.day(), dot.precision())));
        return item;
    }

    /// What must fit into the height: values, their intervals when drawn, the lines, and what
    /// people expect, but nothing that would push the data into a corner.
    private static List<Double> visible(ChartModel model) {
        List<Double> values =
                new ArrayList<>(
                        Stream.of(
                                        model.results(),
                                        model.frontier(),
                                        model.doubtful(),
                                        model.retracted())
                                .flatMap(List::stream)
                                .map(Dot::value)
                                .filter(value -> model.scale() != YScale.LOG || value > 0)
                                .toList());
        if (model.drawsIntervals()) {
            for (Dot dot : model.frontier()) {
                if (dot.low() != null && dot.high() != null) {
                    values.add(dot.low());
                    values.add(dot.high());
                }
            }
        }
        beside(model).filter(value -> reaches(model, value)).forEach(values::add);
        return values;
    }

    /// The values of what is drawn beside the results.
    private static Stream<Double> beside(ChartModel model) {
        return Stream.concat(model.lines().stream().map(Line::value), Marks.values(model));
    }

    /// Whether the chart is made high enough for a line, or for what somebody expects: not where
    /// that would push the data into a corner.
    static boolean reaches(ChartModel model, double value) {
        boolean log = model.scale() == YScale.LOG;
        return value <= best(model) * (log ? FARTHEST_OF_LOG : FARTHEST) && (!log || value > 0);
    }

    private static double best(ChartModel model) {
        return Stream.concat(model.results().stream(), model.frontier().stream())
                .mapToDouble(Dot::value)
                .max()
                .orElse(0);
    }

    private static Map<String, Object> named(String id, String name, String type) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", id);
        series.put("name", name);
        series.put("type", type);
        return series;
    }
}
