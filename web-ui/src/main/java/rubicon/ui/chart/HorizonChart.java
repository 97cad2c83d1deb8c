package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.horizon.LogisticCurve;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.model.wire.HorizonPayload.Bin;
import rubicon.model.wire.HorizonPayload.Estimate;
import rubicon.ui.shell.Formats;

/// How often an agent succeeds, by how long the tasks take a person, as an option of Apache
/// ECharts: what was seen as points, the fitted curve, and the horizons as vertical lines.
public final class HorizonChart {
    private static final String UNIT = "min";
    private static final int STEPS = 80;

    /// Points of many runs are larger, to a limit.
    private static final double SMALLEST = 6;

    private static final double LARGEST = 20;

    private HorizonChart() {}

    /// The whole option.
    ///
    /// @param agent with at least one bin
    public static Map<String, Object> option(Agent agent) {
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("animationDuration", 250);
        base.put("animationDurationUpdate", 250);
        base.put(
                "grid",
                Map.of("left", 12, "right", 20, "top", 44, "bottom", 40, "containLabel", true));
        base.put("legend", Map.of("top", 0, "textStyle", Map.of("color", "var(--rb-chart-text)")));
        base.put(
                "tooltip",
                Map.of(
                        "trigger", "item",
                        "confine", true,
                        "formatter", "rubicon:tip",
                        "backgroundColor", "var(--rb-surface-raised)",
                        "borderColor", "var(--rb-line-strong)",
                        "textStyle", Map.of("color", "var(--rb-ink)", "fontSize", 12)));
        base.put("xAxis", lengths(agent));
        base.put("yAxis", shares());
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(seen(agent));
        if (agent.curve() != null) {
            series.add(fitted(agent));
        }
        base.put("series", series);
        return base;
    }

    private static Map<String, Object> lengths(Agent agent) {
        Map<String, Object> axis = ValueAxis.option(UNIT, YScale.LOG, visible(agent), 1);
        axis.put("name", "how long the task takes a person");
        axis.put("nameLocation", "middle");
        axis.put("nameGap", 26);
        axis.put("nameTextStyle", Map.of("color", "var(--rb-chart-text)"));
        return axis;
    }

    private static Map<String, Object> shares() {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "value");
        axis.put("min", 0);
        axis.put("max", 1);
        axis.put("axisLine", Map.of("show", false));
        axis.put("splitLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-grid)")));
        axis.put(
                "axisLabel", Map.of("color", "var(--rb-chart-text)", "formatter", "rubicon:share"));
        return axis;
    }

    /// The lengths of the tasks, and the horizons where they lie near them: a horizon far beyond
    /// the tasks would press everything else together.
    private static List<Double> visible(Agent agent) {
        List<Double> values = new ArrayList<>();
        for (Bin bin : agent.bins()) {
            values.add(bin.fromMinutes());
            values.add(bin.toMinutes());
        }
        return values;
    }

    private static Map<String, Object> seen(Agent agent) {
        Map<String, Object> series = named("seen", "Seen", "scatter");
        series.put("z", 4);
        series.put(
                "itemStyle",
                Map.of(
                        "color", "var(--rb-chart-frontier)",
                        "borderColor", "var(--rb-surface)",
                        "borderWidth", 1.5));
        series.put("data", agent.bins().stream().map(bin -> point(agent, bin)).toList());
        return series;
    }

    private static Map<String, Object> point(Agent agent, Bin bin) {
        double share = Math.sqrt((double) bin.runs() / Math.max(1, agent.runs()));
        return Map.of(
                "name",
                lengths(bin),
                "value",
                List.of(bin.minutes(), bin.score()),
                "symbolSize",
                Math.min(LARGEST, SMALLEST + share * (LARGEST - SMALLEST) * 2),
                "tip",
                List.of("Tasks of " + lengths(bin), percent(bin.score()), counts(bin), ""));
    }

    private static Map<String, Object> fitted(Agent agent) {
        Map<String, Object> series = named("fitted", "Fitted curve", "line");
        series.put("symbol", "none");
        series.put("silent", true);
        series.put("z", 2);
        series.put("lineStyle", Map.of("color", "var(--rb-chart-trend)", "width", 2));
        series.put("itemStyle", Map.of("color", "var(--rb-chart-trend)"));
        series.put("data", curve(agent));
        series.put("markLine", horizons(agent));
        return series;
    }

    /// The curve over the lengths of the tasks, at equal steps of their logarithm.
    static List<List<Double>> curve(Agent agent) {
        var fitted = agent.curve();
        if (fitted == null || agent.bins().isEmpty()) {
            return List.of();
        }
        var curve = new LogisticCurve(fitted.intercept(), fitted.slope());
        double from = Math.log(agent.bins().getFirst().fromMinutes());
        double to = Math.log(agent.bins().getLast().toMinutes());
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double minutes = Math.exp(from + (to - from) * i / STEPS);
            points.add(List.of(minutes, curve.success(minutes)));
        }
        return points;
    }

    private static Map<String, Object> horizons(Agent agent) {
        List<Map<String, Object>> lines = new ArrayList<>();
        line(agent, agent.p50(), "50 %", lines);
        line(agent, agent.p80(), "80 %", lines);
        Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("symbol", "none");
        marks.put("silent", true);
        marks.put("lineStyle", Map.of("color", "var(--rb-chart-reference)", "type", "dashed"));
        marks.put(
                "label",
                Map.of("formatter", "{b}", "position", "end", "color", "var(--rb-chart-text)"));
        marks.put("data", lines);
        return marks;
    }

    private static void line(
            Agent agent, @Nullable Estimate horizon, String name, List<Map<String, Object>> lines) {
        if (horizon != null
                && horizon.estimate() >= agent.bins().getFirst().fromMinutes()
                && horizon.estimate() <= agent.bins().getLast().toMinutes()) {
            lines.add(Map.of("name", name, "xAxis", horizon.estimate()));
        }
    }

    /// The chart in words, for those who hear it.
    public static String summary(Agent agent) {
        if (agent.bins().isEmpty()) {
            return "No runs of %s.".formatted(agent.agent());
        }
        Bin shortest = agent.bins().getFirst();
        Bin longest = agent.bins().getLast();
        return "%s, success by length of task: %s at tasks of %s, %s at tasks of %s.%s%s"
                .formatted(
                        agent.agent(),
                        percent(shortest.score()),
                        lengths(shortest),
                        percent(longest.score()),
                        lengths(longest),
                        spoken("Half", agent.p50()),
                        spoken("Four in five", agent.p80()));
    }

    private static String spoken(String share, @Nullable Estimate horizon) {
        return horizon == null
                ? ""
                : " %s of the attempts succeed at tasks of %s."
                        .formatted(share, Formats.value(horizon.estimate(), UNIT));
    }

    /// The lengths that belong together: `4.0 min to 16.0 min`.
    public static String lengths(Bin bin) {
        return Formats.value(bin.fromMinutes(), UNIT)
                + " to "
                + Formats.value(bin.toMinutes(), UNIT);
    }

    /// How much was seen: `31 runs at 4 tasks`.
    static String counts(Bin bin) {
        return "%d run%s at %d task%s"
                .formatted(
                        bin.runs(),
                        bin.runs() == 1 ? "" : "s",
                        bin.tasks(),
                        bin.tasks() == 1 ? "" : "s");
    }

    /// A score: `62 %`.
    public static String percent(double score) {
        return Math.round(score * 100) + " %";
    }

    private static Map<String, Object> named(String id, String name, String type) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", id);
        series.put("name", name);
        series.put("type", type);
        return series;
    }
}
