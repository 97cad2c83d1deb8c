package rubicon.ui.chart;

import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
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
        String growth =
                model.trend() == null ? "" : " It " + growth(model.trend().doublingDays()) + ".";
        return "%s, %s scale: the running best has %d points, from %s to %s.%s%s"
                .formatted(
                        model.title(),
                        model.scale() == YScale.LOG ? "logarithmic" : "linear",
                        model.frontier().size(),
                        spoken(model.frontier().getFirst(), model.unit()),
                        spoken(model.frontier().getLast(), model.unit()),
                        growth,
                        annotations(model));
    }

    private static String annotations(ChartModel model) {
        int marks = Marks.of(model).count();
        return marks == 0
                ? ""
                : " It carries %d annotation%s, walked through with the arrow keys and told in a list below."
                        .formatted(marks, marks == 1 ? "" : "s");
    }

    /// The trend in a sentence.
    static String trend(ChartModel model) {
        var trend = model.trend();
        return trend == null
                ? "No trend is fitted."
                : "The trend, fitted on %d points of the running best, %s."
                        .formatted(trend.points(), growth(trend.doublingDays()));
    }

    private static String growth(EstimatePayload doubling) {
        String verb = doubling.estimate() < 0 ? "halves every " : "doubles every ";
        return "%s%s (%s interval %s)"
                .formatted(
                        verb,
                        Formats.days(Math.abs(doubling.estimate())),
                        Formats.level(doubling.level()),
                        Formats.daysInterval(doubling));
    }

    private static String spoken(Dot dot, String unit) {
        return "%s (%s, %s)"
                .formatted(Formats.value(dot.value(), unit), dot.name(), Formats.date(dot.day()));
    }
}
