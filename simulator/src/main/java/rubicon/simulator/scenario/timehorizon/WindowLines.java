package rubicon.simulator.scenario.timehorizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.horizon.HorizonTrend;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.trend.CrossingForecast;
import rubicon.model.trend.CrossingSpread;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Doubling;
import rubicon.model.trend.Scale;
import rubicon.model.trend.ScaledLine;

/// METR's line through the best models of each window.
///
/// @param byWindow in the order of the windows
record WindowLines(List<Window> windows, List<HorizonTrend> byWindow) {
    private static final int FEWEST = 4;
    private static final double LEVEL = 0.95;

    WindowLines {
        windows = List.copyOf(windows);
        byWindow = List.copyOf(byWindow);
    }

    /// A window of the trend.
    record Window(LocalDate from, double weight) {}

    /// Fits the lines; empty where a window has fewer than four such models, or all of one day.
    static Optional<WindowLines> of(List<DatedValue> models, List<Window> windows, double cut) {
        List<HorizonTrend> lines = new ArrayList<>();
        for (Window window : windows) {
            var choice = new HorizonTrend.Choice(window.from(), LocalDate.MAX, cut, true);
            List<DatedValue> used = choice.of(models);
            if (used.size() < FEWEST || used.getFirst().date().equals(used.getLast().date())) {
                return Optional.empty();
            }
            lines.add(HorizonTrend.of(models, choice));
        }
        return Optional.of(new WindowLines(windows, lines));
    }

    List<Double> doublingDays() {
        return byWindow.stream().map(HorizonTrend::doublingDays).toList();
    }

    List<Range> doublingRanges() {
        return byWindow.stream().map(it -> Doubling.days(it.line().slopeRange(LEVEL))).toList();
    }

    List<Double> sizes() {
        return byWindow.stream().map(it -> (double) it.used().size()).toList();
    }

    List<Double> r2() {
        return byWindow.stream().map(it -> it.line().r2()).toList();
    }

    /// The day on which each line has a height; infinite for one that does not rise.
    List<Double> reach(double target) {
        return byWindow.stream().map(HorizonTrend::line).map(it -> where(it, target)).toList();
    }

    private static double where(LinearFit line, double target) {
        return line.slope() > 0 ? line.where(Math.log(target)) : Double.POSITIVE_INFINITY;
    }

    /// What each window says of a target that was not seen by a day.
    ///
    /// @param today not before any model
    /// @param target not below any model
    CrossingSpread forecasts(double target, LocalDate today) {
        Map<String, CrossingForecast> forecasts = new LinkedHashMap<>();
        for (int i = 0; i < byWindow.size(); i++) {
            HorizonTrend trend = byWindow.get(i);
            forecasts.put(
                    Integer.toString(i),
                    CrossingForecast.of(
                            new ScaledLine(new Scale.Log(), trend.line()),
                            trend.used(),
                            target,
                            today));
        }
        return new CrossingSpread(forecasts);
    }

    /// The windows' weights by the names of their forecasts; alike if all are 0.
    Map<String, Double> weights() {
        boolean none = windows.stream().allMatch(it -> it.weight() == 0);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < windows.size(); i++) {
            weights.put(Integer.toString(i), none ? 1 : windows.get(i).weight());
        }
        return weights;
    }
}
