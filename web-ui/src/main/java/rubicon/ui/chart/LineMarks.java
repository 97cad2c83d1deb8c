package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rubicon.ui.shell.Formats;

/// How lines are drawn: references dotted, thresholds in the colour of their severity, lines of
/// policies in one of their own, dashed when they are no longer in force; what people reach and
/// noise ceilings dashed, over whatever else stands at their height.
final class LineMarks {
    /// Text stays readable where it crosses a line.
    static final Map<String, Object> HALO =
            Map.of("textBorderColor", "var(--rb-surface)", "textBorderWidth", 3);

    /// Labels stand beside the plot, where no point and no name is; their room in pixels.
    static final int MARGIN = 142;

    private static final int WIDTH = MARGIN - 12;

    private LineMarks() {}

    /// All lines but those that have a series of their own.
    static Map<String, Object> of(ChartModel model) {
        return marks(
                model.lines().stream()
                        .filter(line -> !line.isOfCatalogue())
                        .map(line -> line(line, model.unit()))
                        .toList());
    }

    /// What people reach.
    static Map<String, Object> baselines(ChartModel model) {
        return own(model, Line::baseline, Line.Kind.BASELINE);
    }

    /// Where the benchmark measures its own noise.
    static Map<String, Object> ceilings(ChartModel model) {
        return own(model, Line::ceiling, Line.Kind.CEILING);
    }

    /// A line that shares its height with a graver one leaves the label to that.
    private static Map<String, Object> own(
            ChartModel model, Predicate<Line> which, Line.Kind kind) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Line line : model.lines()) {
            if (which.test(line)) {
                Map<String, Object> item =
                        line(new Line(line.value(), line.label(), null, kind), model.unit());
                if (line.kind() != kind) {
                    item.put("label", Map.of("show", false));
                }
                data.add(item);
            }
        }
        return marks(data);
    }

    private static Map<String, Object> marks(List<Map<String, Object>> data) {
        return Map.of("symbol", "none", "silent", true, "animation", false, "z", 1, "data", data);
    }

    /// @return with `words` and `short`, the label where there is room for its words and where
    ///   there is none, and `rank`
    private static Map<String, Object> line(Line line, String unit) {
        String colour = colour(line);
        String value = Formats.line(line.value(), unit);
        Map<String, Object> label = new LinkedHashMap<>();
        String words = (value + "  " + Formats.beside(value, line.label())).strip();
        label.put("formatter", words);
        label.put("words", words);
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
                        line.kind() == Line.Kind.POLICY || line.isOfCatalogue() ? 1.5 : 1));
        item.put("label", label);
        return item;
    }

    /// Which label stays where two have no room: that of the graver line.
    private static int rank(Line line) {
        return switch (String.valueOf(line.severity())) {
            case "CRITICAL" -> 3;
            case "WARNING" -> 2;
            case "NOTICE" -> 1;
            default -> line.kind() == Line.Kind.POLICY || line.isOfCatalogue() ? 1 : 0;
        };
    }

    private static Object stroke(Line line) {
        return switch (line.kind()) {
            case RULE, POLICY -> "solid";
            case SUPERSEDED -> "dashed";
            case REFERENCE -> "dotted";
            case BASELINE -> List.of(8, 5);
            case CEILING -> List.of(12, 4, 2, 4);
        };
    }

    private static String colour(Line line) {
        return switch (line.kind()) {
            case RULE -> "var(--rb-chart-" + words(line.severity()).toLowerCase(Locale.ROOT) + ")";
            case POLICY, SUPERSEDED -> "var(--rb-chart-policy)";
            case BASELINE -> "var(--rb-chart-baseline)";
            case REFERENCE, CEILING -> "var(--rb-chart-reference)";
        };
    }

    private static String words(@Nullable String severity) {
        return severity == null ? "notice" : severity;
    }
}
