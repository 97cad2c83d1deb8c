package rubicon.ui.chart;

import rubicon.ui.chart.ChartModel.Dot;
import rubicon.ui.shell.Formats;

/// A chart in words, for those who hear it.
public final class ChartSummary {
    private ChartSummary() {}

    /// Where the frontier begins and ends, and how fast it grows.
    public static String of(ChartModel model) {
        if (model.frontier().isEmpty()) {
            return model.title() + ": no values in this range.";
        }
        String growth = "";
        if (model.trend() != null) {
            var doubling = model.trend().doublingDays();
            growth =
                    " It doubles every %s (%s interval %s)."
                            .formatted(
                                    Formats.days(doubling.estimate()),
                                    Formats.level(doubling.level()),
                                    Formats.daysInterval(doubling));
        }
        return "%s, %s scale: the running best has %d points, from %s to %s.%s"
                .formatted(
                        model.title(),
                        model.scale() == YScale.LOG ? "logarithmic" : "linear",
                        model.frontier().size(),
                        spoken(model.frontier().getFirst(), model.unit()),
                        spoken(model.frontier().getLast(), model.unit()),
                        growth);
    }

    private static String spoken(Dot dot, String unit) {
        return "%s (%s, %s)"
                .formatted(Formats.value(dot.value(), unit), dot.name(), Formats.date(dot.day()));
    }
}
