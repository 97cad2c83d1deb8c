package rubicon.simulator.scenario.saturation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.stats.Range;
import rubicon.model.trend.CrossingForecast;
import rubicon.model.trend.CrossingSpread;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Scale;

/// When a target is seen, by windows of the trend and ceilings: a line through logits for each
/// pair, conditioned on silence.
///
/// @param byWindow of each window the forecasts of the ceilings above the target
/// @param reachable share of the possible ceilings that lie above the target
record Forecasts(List<Window> windows, List<CrossingSpread> byWindow, double reachable) {
    private static final int FEWEST = 4;

    Forecasts {
        windows = List.copyOf(windows);
        byWindow = List.copyOf(byWindow);
    }

    /// A window of the trend.
    record Window(LocalDate from, double weight) {}

    /// Makes the forecasts.
    ///
    /// @param records oldest first, below the target
    /// @param ceilings above all records
    /// @return empty where a window has fewer than four records, or no ceiling is above the target
    static Optional<Forecasts> of(
            List<DatedValue> records,
            List<Window> windows,
            double floor,
            List<Double> ceilings,
            double target,
            LocalDate knownTo) {
        List<Double> above = ceilings.stream().filter(it -> it > target).toList();
        List<CrossingSpread> byWindow = new ArrayList<>();
        for (Window window : windows) {
            List<DatedValue> inside =
                    records.stream().filter(it -> !it.date().isBefore(window.from())).toList();
            if (inside.size() < FEWEST || above.isEmpty()) {
                return Optional.empty();
            }
            Map<String, CrossingForecast> forecasts = new LinkedHashMap<>();
            for (int i = 0; i < above.size(); i++) {
                var spread =
                        CrossingSpread.of(
                                inside,
                                new Scale.Logit(floor, above.get(i)),
                                target,
                                knownTo,
                                Map.of(Integer.toString(i), window.from()));
                forecasts.putAll(spread.windows());
            }
            byWindow.add(new CrossingSpread(forecasts));
        }
        return Optional.of(
                new Forecasts(windows, byWindow, (double) above.size() / ceilings.size()));
    }

    /// Of each window the earliest and the latest day with a probability; the latest is infinite
    /// where a ceiling lies below the target.
    List<Range> days(double p) {
        return byWindow.stream()
                .map(it -> it.day(p))
                .map(it -> reachable < 1 ? new Range(it.low(), Double.POSITIVE_INFINITY) : it)
                .toList();
    }

    /// The chance by a day; windows by their weights, alike if all are 0, and ceilings alike.
    double by(LocalDate date) {
        double sum = windows.stream().mapToDouble(Window::weight).sum();
        double chance = 0;
        for (int i = 0; i < windows.size(); i++) {
            double weight = sum > 0 ? windows.get(i).weight() / sum : 1.0 / windows.size();
            Map<String, Double> alike = new LinkedHashMap<>();
            byWindow.get(i).windows().keySet().forEach(name -> alike.put(name, 1.0));
            chance += weight * byWindow.get(i).mixture(date, alike);
        }
        return chance * reachable;
    }

    /// The least and the greatest chance by a day.
    Range spread(LocalDate date) {
        List<Range> ranges = byWindow.stream().map(it -> it.probabilityBy(date)).toList();
        double least = ranges.stream().mapToDouble(Range::low).min().orElseThrow();
        double most = ranges.stream().mapToDouble(Range::high).max().orElseThrow();
        return new Range(reachable < 1 ? 0 : least, most);
    }
}
