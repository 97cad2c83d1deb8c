package rubicon.model.trend;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import rubicon.model.stats.Range;

/// Forecasts of one crossing from several windows of a trend. Which window is right nobody knows,
/// so what they say together is their spread, not the interval of any of them.
///
/// @param windows the forecasts by the name of their window, at least one
public record CrossingSpread(Map<String, CrossingForecast> windows) {
    public CrossingSpread {
        windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("no window says anything");
        }
    }

    /// Fits a line to each window of a series. A window takes from the series what lies in it; it
    /// does not choose the best of its days anew.
    ///
    /// @param values none above the target
    /// @param starts the first day of each window; one that leaves fewer than four values is left
    ///   out
    /// @throws IllegalArgumentException if all are left out, or as [CrossingForecast#of] says
    public static CrossingSpread of(
            List<DatedValue> values,
            Scale scale,
            double target,
            LocalDate today,
            Map<String, LocalDate> starts) {
        Map<String, CrossingForecast> windows = new LinkedHashMap<>();
        starts.forEach((name, start) -> {
            List<DatedValue> inside =
                    values.stream().filter(it -> !it.date().isBefore(start)).toList();
            if (inside.size() >= 4) {
                windows.put(
                        name,
                        CrossingForecast.of(ScaledLine.of(inside, scale), inside, target, today));
            }
        });
        return new CrossingSpread(windows);
    }

    /// The least and the greatest chance of a crossing by a date.
    public Range probabilityBy(LocalDate date) {
        return spread(forecast -> forecast.probabilityBy(date));
    }

    /// The earliest and the latest day by which the crossing has come with a probability.
    ///
    /// @param p in (0, 1)
    public Range day(double p) {
        return spread(forecast -> forecast.day(p));
    }

    /// The chance of a crossing by a date if each window is given a weight.
    ///
    /// @param weights by the names of the windows; not all 0; a window without one has weight 0
    public double mixture(LocalDate date, Map<String, Double> weights) {
        double sum = 0;
        double chance = 0;
        for (var window : windows.entrySet()) {
            double weight = weights.getOrDefault(window.getKey(), 0.0);
            sum += weight;
            chance += weight * window.getValue().probabilityBy(date);
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("the weights sum to " + sum);
        }
        return chance / sum;
    }

    private Range spread(ToDoubleFunction<CrossingForecast> of) {
        var statistics = windows.values().stream().mapToDouble(of).summaryStatistics();
        return new Range(statistics.getMin(), statistics.getMax());
    }
}
