package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.model.wire.RecordLedgerPayload.RecordStepPayload;
import rubicon.ui.shell.Formats;

/// What a ledger of records gained over time, actor by actor, as an option of Apache ECharts: sums
/// of logarithmic steps, so that lines can be compared by their heights. Several edits under one
/// number are drawn as diamonds.
public final class GainChart {
    private static final List<String> ACTORS = List.of("HUMAN", "AI", "CENTAUR");

    private GainChart() {}

    /// An actor's name in words.
    public static String actor(String actor) {
        return switch (actor) {
            case "HUMAN" -> "People";
            case "AI" -> "AI";
            case "CENTAUR" -> "People with AI";
            default -> Formats.words(actor);
        };
    }

    /// The whole option.
    ///
    /// @param steps oldest first, at least one
    public static Map<String, Object> option(List<RecordStepPayload> steps) {
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("animationDuration", 250);
        base.put("animationDurationUpdate", 250);
        base.put(
                "grid",
                Map.of("left", 12, "right", 20, "top", 44, "bottom", 24, "containLabel", true));
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
        base.put(
                "xAxis",
                Map.of(
                        "type", "time",
                        "axisLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-axis)")),
                        "axisLabel", Map.of("color", "var(--rb-chart-text)")));
        base.put(
                "yAxis",
                Map.of(
                        "type", "value",
                        "name", "sum of ln(before/after)",
                        "nameTextStyle", Map.of("color", "var(--rb-chart-text)", "align", "left"),
                        "splitLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-grid)")),
                        "axisLabel", Map.of("color", "var(--rb-chart-text)")));
        List<Map<String, Object>> series = new ArrayList<>();
        for (String actor : ACTORS) {
            if (steps.stream().anyMatch(it -> it.actor().equals(actor))) {
                series.add(line(actor, steps));
            }
        }
        base.put("series", series);
        return base;
    }

    /// The line of an actor begins with the ledger and ends with it, whoever made the last step.
    private static Map<String, Object> line(String actor, List<RecordStepPayload> steps) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", actor);
        series.put("name", actor(actor));
        series.put("type", "line");
        series.put("step", "end");
        series.put("symbolSize", 6);
        series.put("lineStyle", Map.of("color", colour(actor), "width", 2));
        series.put("itemStyle", Map.of("color", colour(actor)));
        List<Map<String, Object>> data = new ArrayList<>();
        data.add(end(steps.getFirst().date(), 0));
        double sum = 0;
        for (RecordStepPayload it : steps) {
            if (it.actor().equals(actor)) {
                sum += it.logGain();
                data.add(point(it, sum));
            }
        }
        data.add(end(steps.getLast().date(), sum));
        series.put("data", data);
        return series;
    }

    private static Map<String, Object> end(LocalDate date, double sum) {
        return Map.of("value", List.of(date.toString(), sum), "symbol", "none");
    }

    private static Map<String, Object> point(RecordStepPayload it, double sum) {
        return Map.of(
                "value",
                List.of(it.date().toString(), sum),
                "symbol",
                it.depth().equals("BUNDLED") ? "diamond" : "circle",
                "tip",
                List.of(
                        it.subject().isEmpty() ? actor(it.actor()) : it.subject(),
                        "%s better, %s".formatted(percent(it.logGain()), Formats.words(it.depth())),
                        "sum %.3f".formatted(sum),
                        Formats.date(it.date())));
    }

    /// What a step took away, in per cent: `1.2 %`.
    public static String percent(double logGain) {
        return Formats.number(-100 * Math.expm1(-logGain)) + " %";
    }

    private static String colour(String actor) {
        return switch (actor) {
            case "AI" -> "var(--rb-chart-trend)";
            case "CENTAUR" -> "var(--rb-chart-policy)";
            default -> "var(--rb-chart-frontier)";
        };
    }

    /// The chart in words, for those who hear it.
    ///
    /// @param steps at least one
    public static String summary(List<RecordStepPayload> steps) {
        List<String> parts = new ArrayList<>();
        for (String actor : ACTORS) {
            List<RecordStepPayload> own =
                    steps.stream().filter(it -> it.actor().equals(actor)).toList();
            if (!own.isEmpty()) {
                parts.add(
                        "%s: %d step%s, together %s"
                                .formatted(
                                        actor(actor),
                                        own.size(),
                                        own.size() == 1 ? "" : "s",
                                        Formats.number(
                                                own.stream()
                                                        .mapToDouble(RecordStepPayload::logGain)
                                                        .sum())));
            }
        }
        return "Sum of logarithmic steps by actor, %s to %s. %s."
                .formatted(
                        Formats.date(steps.getFirst().date()),
                        Formats.date(steps.getLast().date()),
                        String.join("; ", parts));
    }
}
