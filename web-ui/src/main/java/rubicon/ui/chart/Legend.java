package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.ui.shell.Formats;

/// What the marks of a frontier chart mean. The trend is named with its doubling time, since a
/// slope without its number says little.
final class Legend {
    private static final String BAR = "path://M3 0h8v1.4H7.7v9.2H11V12H3v-1.4h3.3V1.4H3z";
    private static final String DASHES = "path://M0 5h5v2H0zM7 5h5v2H7zM14 5h5v2h-5z";

    private Legend() {}

    static Map<String, Object> of(ChartModel model) {
        List<Map<String, Object>> entries = new ArrayList<>();
        entries.add(Map.of("name", FrontierChart.FRONTIER));
        entries.add(Map.of("name", FrontierChart.RESULTS));
        if (!model.doubtful().isEmpty()) {
            entries.add(Map.of("name", FrontierChart.DOUBTFUL));
        }
        if (!model.retracted().isEmpty()) {
            entries.add(Map.of("name", FrontierChart.RETRACTED));
        }
        if (model.drawsIntervals()) {
            entries.add(Map.of("name", intervals(model), "icon", BAR));
        }
        if (model.trend() != null) {
            entries.add(Map.of("name", trend(model), "icon", DASHES));
        }
        if (model.lines().stream().anyMatch(Line::baseline)) {
            entries.add(Map.of("name", FrontierChart.BASELINE, "icon", DASHES));
        }
        if (model.lines().stream().anyMatch(Line::ceiling)) {
            entries.add(Map.of("name", FrontierChart.CEILING, "icon", DASHES));
        }
        Map<String, Object> legend = new LinkedHashMap<>();
        legend.put("data", entries);
        legend.put("top", 4);
        legend.put("left", 4);
        legend.put("itemWidth", 18);
        legend.put("itemHeight", 10);
        legend.put("itemGap", 18);
        legend.put("inactiveColor", "var(--rb-chart-faint)");
        legend.put("textStyle", Map.of("color", "var(--rb-chart-text)", "fontSize", 12));
        return legend;
    }

    /// `Intervals, 95 %`: what those cover that are drawn; the word before the comma stands alone
    /// where there is no room.
    static String intervals(ChartModel model) {
        List<String> covers = model.covers();
        return covers.size() > 2
                ? "Intervals, of several kinds"
                : "Intervals, " + String.join(" or ", covers);
    }

    /// `Trend, doubles every 129 d (110 to 155 d)`; the words before the comma stand alone where
    /// there is no room.
    static String trend(ChartModel model) {
        var trend = model.trend();
        if (trend == null) {
            return "Trend";
        }
        var doubling = trend.doublingDays();
        return doubling.estimate() < 0
                ? "Trend, halves every " + Formats.days(-doubling.estimate())
                : "Trend, doubles every %s (%s)"
                        .formatted(
                                Formats.days(doubling.estimate()), Formats.daysInterval(doubling));
    }
}
