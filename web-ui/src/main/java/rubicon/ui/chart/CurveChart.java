package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.ui.chart.CurveModel.Band;
import rubicon.ui.chart.CurveModel.Curve;
import rubicon.ui.chart.CurveModel.Place;
import rubicon.ui.shell.Formats;

/// Curves and fans as an option of Apache ECharts. Lines differ by colour and by dashes.
public final class CurveChart {
    private static final List<String> COLOURS =
            List.of(
                    "var(--rb-chart-frontier)",
                    "var(--rb-chart-trend)",
                    "var(--rb-chart-policy)",
                    "var(--rb-chart-baseline)",
                    "var(--rb-chart-expected)",
                    "var(--rb-chart-notice)",
                    "var(--rb-chart-reference)",
                    "var(--rb-chart-critical)");
    private static final List<Object> DASHES =
            List.of("solid", List.of(7, 3), List.of(2, 3), List.of(9, 3, 2, 3));
    private static final int FEW = 15;
    private static final double SKEW = 0.05;

    private CurveChart() {}

    /// The whole option.
    ///
    /// @param model that is not empty
    public static Map<String, Object> option(CurveModel model) {
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("animationDuration", 200);
        option.put("animationDurationUpdate", 120);
        option.put(
                "grid",
                Map.of("left", 10, "right", 22, "top", 42, "bottom", 26, "containLabel", true));
        option.put(
                "legend",
                Map.of(
                        "type", "scroll",
                        "top", 0,
                        "left", 0,
                        "itemWidth", 22,
                        "textStyle", Map.of("color", "var(--rb-chart-text)")));
        option.put(
                "tooltip",
                Map.of(
                        "trigger", "axis",
                        "confine", true,
                        "formatter", "rubicon:at",
                        "backgroundColor", "var(--rb-surface-raised)",
                        "borderColor", "var(--rb-line-strong)",
                        "textStyle", Map.of("color", "var(--rb-ink)", "fontSize", 12)));
        option.put("xAxis", across(model));
        List<Double> heights = visible(model);
        double best = heights.stream().mapToDouble(it -> it).max().orElse(1);
        Map<String, Object> axis = ValueAxis.option(axisUnit(model), model.scale(), heights, best);
        option.put("yAxis", axis);
        List<Map<String, Object>> series = new ArrayList<>();
        for (int i = 0; i < model.bands().size(); i++) {
            series.add(band(i, model.bands().get(i)));
        }
        for (int i = 0; i < model.curves().size(); i++) {
            series.add(curve(i, model.curves().get(i)));
        }
        option.put("series", series);
        return option;
    }

    private static List<Double> visible(CurveModel model) {
        return model.scale() == YScale.LOG
                ? model.heights().stream().filter(it -> it > 0).toList()
                : model.heights();
    }

    private static String axisUnit(CurveModel model) {
        return model.unit().equals("probability") ? "share" : model.unit();
    }

    private static Map<String, Object> across(CurveModel model) {
        Map<String, Object> axis = new LinkedHashMap<>();
        boolean days = model.places().stream().anyMatch(it -> it instanceof Place.Day);
        boolean log = !days && isSkewed(model);
        axis.put("id", days ? "days" : log ? "log" : "numbers");
        axis.put("type", days ? "time" : log ? "log" : "value");
        if (!days) {
            axis.put("min", "dataMin");
            axis.put("max", "dataMax");
        }
        axis.put("name", model.axis());
        axis.put("nameLocation", "middle");
        axis.put("nameGap", 26);
        axis.put("nameTextStyle", Map.of("color", "var(--rb-chart-text)"));
        axis.put("splitLine", Map.of("show", false));
        axis.put("axisLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-axis)")));
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("color", "var(--rb-chart-text)");
        label.put("hideOverlap", true);
        if (!days) {
            label.put("formatter", isYears(model) ? "rubicon:year" : "rubicon:short");
            // The ends of the data are no round numbers.
            label.put("showMinLabel", isYears(model));
            label.put("showMaxLabel", isYears(model));
        }
        axis.put("axisLabel", label);
        if (isYears(model)) {
            axis.put("minInterval", 1);
        }
        return axis;
    }

    private static boolean isYears(CurveModel model) {
        return model.axis().contains("year")
                && model.places().stream()
                        .allMatch(it ->
                                it instanceof Place.Amount(double value)
                                        && value >= 1_900
                                        && value <= 2_200);
    }

    /// Places that crowd at the low end are spread by a logarithm.
    private static boolean isSkewed(CurveModel model) {
        List<Double> places =
                model.places().stream()
                        .filter(it -> it instanceof Place.Amount)
                        .map(it -> ((Place.Amount) it).value())
                        .sorted()
                        .toList();
        return places.size() > 8
                && places.getFirst() > 0
                && places.get(places.size() / 2) < SKEW * places.getLast();
    }

    private static Map<String, Object> curve(int number, Curve curve) {
        String colour = COLOURS.get(number % COLOURS.size());
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", "curve-" + number);
        series.put("name", curve.name());
        series.put("type", "line");
        series.put("z", 4);
        series.put("showSymbol", curve.points().size() <= FEW);
        series.put("symbolSize", 7);
        Object dash = DASHES.get(number % DASHES.size());
        series.put(
                "lineStyle",
                Map.of(
                        "color",
                        colour,
                        "width",
                        curve.beside() ? 1.5 : 2.25,
                        "type",
                        dash,
                        "opacity",
                        curve.beside() ? 0.75 : 1));
        series.put("itemStyle", Map.of("color", colour));
        series.put(
                "data",
                curve.points().stream().map(it -> List.of(at(it.at()), it.height())).toList());
        return series;
    }

    private static Map<String, Object> band(int number, Band band) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", "band-" + number);
        series.put("name", band.name());
        series.put("type", "custom");
        series.put("renderItem", "rubicon:band");
        series.put("silent", true);
        series.put("clip", true);
        series.put("z", 1);
        series.put("encode", Map.of("x", 0, "y", List.of(1, 2)));
        series.put(
                "itemStyle",
                Map.of("color", "var(--rb-chart-interval)", "opacity", band.strength()));
        series.put(
                "data",
                band.places().stream()
                        .map(it -> List.of(at(it.at()), it.low(), it.high(), band.strength()))
                        .toList());
        return series;
    }

    private static Object at(Place place) {
        return switch (place) {
            case Place.Amount(double value) -> value;
            case Place.Day(var day) -> day.toString();
        };
    }

    /// The chart in words, for those who hear it.
    public static String summary(CurveModel model) {
        List<String> parts = new ArrayList<>();
        for (Curve curve : model.curves()) {
            if (!curve.points().isEmpty()) {
                parts.add(
                        "%s from %s to %s"
                                .formatted(
                                        curve.name(),
                                        Formats.number(curve.points().getFirst().height()),
                                        Formats.number(curve.points().getLast().height())));
            }
        }
        return "%s, along %s: %s.".formatted(model.title(), model.axis(), String.join("; ", parts));
    }
}
