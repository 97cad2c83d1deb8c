package rubicon.ui.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rubicon.ui.shell.Formats;

/// How lines are drawn: references dotted, thresholds in the colour of their severity.
final class LineMarks {
    /// Text stays readable where it crosses a line.
    static final Map<String, Object> HALO =
            Map.of("textBorderColor", "var(--rb-surface)", "textBorderWidth", 3);

    private LineMarks() {}

    static Map<String, Object> of(ChartModel model) {
        List<Map<String, Object>> data =
                model.lines().stream().map(line -> line(line, model.unit())).toList();
        return Map.of("symbol", "none", "silent", true, "animation", false, "data", data);
    }

    /// @return with `short`, the label where there is no room for its words
    private static Map<String, Object> line(Line line, String unit) {
        String colour = colour(line);
        String value = Formats.line(line.value(), unit);
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("formatter", value + "  " + line.label());
        label.put("position", "insideStartTop");
        label.put("color", colour);
        label.put("fontSize", 11);
        label.putAll(HALO);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("yAxis", line.value());
        item.put("name", line.label());
        item.put("short", value);
        item.put(
                "lineStyle",
                Map.of(
                        "color",
                        colour,
                        "type",
                        line.isThreshold() ? "solid" : "dotted",
                        "width",
                        1));
        item.put("label", label);
        return item;
    }

    private static String colour(Line line) {
        String severity = line.severity();
        return severity == null
                ? "var(--rb-chart-reference)"
                : "var(--rb-chart-" + severity.toLowerCase(Locale.ROOT) + ")";
    }
}
