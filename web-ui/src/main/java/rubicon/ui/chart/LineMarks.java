package rubicon.ui.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.ui.shell.Formats;

/// How lines are drawn: references dotted, thresholds in the colour of their severity, lines of
/// policies in one of their own, dashed when they are no longer in force.
final class LineMarks {
    /// Text stays readable where it crosses a line.
    static final Map<String, Object> HALO =
            Map.of("textBorderColor", "var(--rb-surface)", "textBorderWidth", 3);

    /// Labels stand beside the plot, where no point and no name is; their room in pixels.
    static final int MARGIN = 142;

    private static final int WIDTH = MARGIN - 12;

    private LineMarks() {}

    static Map<String, Object> of(ChartModel model) {
        List<Map<String, Object>> data =
                model.lines().stream().map(line -> line(line, model.unit())).toList();
        return Map.of("symbol", "none", "silent", true, "animation", false, "z", 1, "data", data);
    }

    /// @return with `words` and `short`, the label where there is room for its words and where
    ///   there is none, and `rank`
    private static Map<String, Object> line(Line line, String unit) {
        String colour = colour(line);
        String value = Formats.line(line.value(), unit);
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("formatter", value + "  " + line.label());
        label.put("words", value + "  " + line.label());
        label.put("position", "end");
        label.put("width", WIDTH);
        label.put("overflow", "break");
        label.put("lineHeight", 13);
        label.put("color", colour);
        label.put("fontSize", 11);
        label.putAll(HALO);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("yAxis", line.value());
        item.put("name", line.label());
        item.put("short", value);
        item.put("rank", rank(line));
        item.put(
                "lineStyle",
                Map.of(
                        "color",
                        colour,
                        "type",
                        stroke(line),
                        "width",
                        line.kind() == Line.Kind.POLICY ? 1.5 : 1));
        item.put("label", label);
        return item;
    }

    /// Which label stays where two have no room: that of the graver line.
    private static int rank(Line line) {
        return switch (String.valueOf(line.severity())) {
            case "CRITICAL" -> 3;
            case "WARNING" -> 2;
            case "NOTICE" -> 1;
            default -> line.kind() == Line.Kind.POLICY ? 1 : 0;
        };
    }

    private static String stroke(Line line) {
        return switch (line.kind()) {
            case RULE, POLICY -> "solid";
            case SUPERSEDED -> "dashed";
            case REFERENCE -> "dotted";
        };
    }

    private static String colour(Line line) {
        return switch (line.kind()) {
            case RULE -> "var(--rb-chart-" + words(line.severity()).toLowerCase(Locale.ROOT) + ")";
            case POLICY, SUPERSEDED -> "var(--rb-chart-policy)";
            case REFERENCE -> "var(--rb-chart-reference)";
        };
    }

    private static String words(@Nullable String severity) {
        return severity == null ? "notice" : severity;
    }
}
