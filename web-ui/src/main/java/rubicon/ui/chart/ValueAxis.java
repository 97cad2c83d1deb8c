package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The vertical axis: its range, and ticks that people know.
///
/// On a logarithmic axis of minutes the ticks are 1 s, 10 s, 1 min, 4 min, 15 min, 1 h, 2 h, 4 h, 8
/// h (a working day), 16 h, 40 h (a working week) and 167 h (a working month); otherwise powers of
/// ten, with 2 and 5 between them when the range is short.
final class ValueAxis {
    private static final double[] MINUTES = {
        1 / 60.0, 1 / 6.0, 1, 4, 15, 60, 240, 480, 960, 2_400, 10_020, 60_000
    };
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 600, 1_200, 2_400, 6_000, 12_000, 60_000
    };
    private static final double ROOM = 1.35;

    private ValueAxis() {}

    /// @param values everything that must be visible; on a logarithmic axis only positive ones
    ///   count
    ///
    /// @param best the highest value itself: on a linear axis an interval that reaches beyond twice
    ///   its height runs out of the picture instead of pressing everything else to the ground
    static Map<String, Object> option(String unit, YScale scale, List<Double> values, double best) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("id", scale.key());
        axis.put("type", scale == YScale.LOG ? "log" : "value");
        axis.put("axisLine", Map.of("show", false));
        axis.put("splitLine", Map.of("lineStyle", Map.of("color", "var(--rb-chart-grid)")));
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("color", "var(--rb-chart-text)");
        label.put("formatter", "rubicon:" + formatter(unit));
        Map<String, Object> tick = new LinkedHashMap<>();
        tick.put("show", false);
        if (scale == YScale.LOG) {
            List<Double> ticks = new ArrayList<>(logTicks(unit, values));
            double low = low(values);
            double high = high(values);
            axis.put("min", low);
            axis.put("max", high);
            label.put("customValues", ticks);
            tick.put("customValues", ticks);
        } else {
            axis.put("scale", !unit.equals("min"));
            List<Double> bounded = values.stream().map(v -> Math.min(v, 2 * best)).toList();
            if (unit.equals("min")) {
                double step = linearStep(bounded);
                axis.put("interval", step);
                axis.put("min", 0);
                axis.put("max", step * Math.ceil(highest(bounded) / step));
            }
        }
        axis.put("axisLabel", label);
        axis.put("axisTick", tick);
        return axis;
    }

    /// The ticks of a logarithmic axis, rising.
    static List<Double> logTicks(String unit, List<Double> values) {
        double low = low(values);
        double high = high(values);
        List<Double> ticks = new ArrayList<>();
        if (unit.equals("min")) {
            for (double minutes : MINUTES) {
                if (minutes >= low && minutes <= high) {
                    ticks.add(minutes);
                }
            }
            return ticks;
        }
        boolean dense = Math.log10(high / low) < 2;
        for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
            for (double step : dense ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = step * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /// A step of minutes that people count in, with at most eight steps in the height.
    static double linearStep(List<Double> values) {
        double highest = highest(values);
        for (double step : STEPS) {
            if (highest / step <= 8) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static double highest(List<Double> values) {
        return values.stream().max(Double::compare).orElse(1.0);
    }

    private static double low(List<Double> values) {
        return values.stream().filter(v -> v > 0).min(Double::compare).orElse(1.0) / ROOM;
    }

    private static double high(List<Double> values) {
        return values.stream().filter(v -> v > 0).max(Double::compare).orElse(10.0) * ROOM;
    }

    private static String formatter(String unit) {
        return switch (unit) {
            case "min" -> "minutes";
            case "share" -> "share";
            default -> unit.startsWith("%") ? "percent" : "number";
        };
    }
}
