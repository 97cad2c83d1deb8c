package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import rubicon.model.wire.IndicatorStatePayload.Point;

/// A frontier at the height of a line of text, as SVG. Decoration: the numbers stand beside it.
public final class Sparkline {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 28;
    private static final double EDGE = 3;

    private Sparkline() {}

    /// A step line over time, ending in a dot.
    ///
    /// @param frontier oldest first
    /// @return empty text for fewer than two points
    public static String svg(List<Point> frontier, YScale scale) {
        if (frontier.size() < 2) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        double lastX = 0;
        double lastY = 0;
        for (Point point : frontier) {
            lastX = x(point.observedOn(), frontier);
            lastY = y(point.value(), frontier, scale);
            path.append(
                    path.isEmpty()
                            ? String.format(Locale.ROOT, "M%.1f %.1f", lastX, lastY)
                            : String.format(Locale.ROOT, "H%.1fV%.1f", lastX, lastY));
        }
        return String.format(
                Locale.ROOT,
                "<svg class=\"sparkline\" viewBox=\"0 0 %.0f %.0f\" aria-hidden=\"true\""
                        + " preserveAspectRatio=\"none\"><path d=\"%s\""
                        + " vector-effect=\"non-scaling-stroke\"/>"
                        + "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\"/></svg>",
                WIDTH,
                HEIGHT,
                path,
                lastX,
                lastY);
    }

    private static double x(LocalDate day, List<Point> frontier) {
        double first = frontier.getFirst().observedOn().toEpochDay();
        double last = frontier.getLast().observedOn().toEpochDay();
        double share = last == first ? 1 : (day.toEpochDay() - first) / (last - first);
        return EDGE + share * (WIDTH - 2 * EDGE);
    }

    private static double y(double value, List<Point> frontier, YScale scale) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Point point : frontier) {
            low = Math.min(low, height(point.value(), scale));
            high = Math.max(high, height(point.value(), scale));
        }
        double share = high == low ? 0.5 : (height(value, scale) - low) / (high - low);
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
    }

    private static double height(double value, YScale scale) {
        return scale == YScale.LOG && value > 0 ? Math.log(value) : value;
    }
}
