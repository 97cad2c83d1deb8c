package rubicon.model.trackrecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import rubicon.model.forecast.Expectation;
import rubicon.model.forecast.Forecast;
import rubicon.model.forecast.Outcome;
import rubicon.model.forecast.Point;
import rubicon.model.forecast.Resolution;
import rubicon.model.score.IntervalScore;
import rubicon.model.score.YesNoForecasts;
import rubicon.model.stats.NeumaierSum;

/// How good people's forecasts were, by the same scores as those that are made here. Goals are not
/// scored, nor what is open, void or without a number.
///
/// @param settled how many forecasts came to an end that can be scored
/// @param brier of probabilities; empty without a settled one
/// @param probabilities how many of them
/// @param covered share of intervals that held what came
/// @param intervals how many of them
/// @param pinball mean loss of quantiles, each in its own unit or in days; only to be compared for
///   one question
/// @param open how many wait for their day
public record PeoplesScores(
        int settled,
        OptionalDouble brier,
        int probabilities,
        OptionalDouble covered,
        int intervals,
        OptionalDouble pinball,
        int open) {

    /// Scores forecasts.
    public static PeoplesScores of(Collection<Forecast> forecasts) {
        List<Double> chances = new ArrayList<>();
        List<Boolean> happened = new ArrayList<>();
        List<Double> covered = new ArrayList<>();
        List<Double> pinball = new ArrayList<>();
        int settled = 0;
        int open = 0;
        for (Forecast it : forecasts) {
            Resolution resolution = it.resolution();
            if (it.goal() || (resolution != null && resolution.outcome() == Outcome.VOID)) {
                continue;
            }
            if (resolution == null) {
                open++;
                continue;
            }
            Point came = resolution.point();
            switch (it.expectation()) {
                case Expectation.Probability(double probability) -> {
                    settled++;
                    chances.add(probability);
                    happened.add(resolution.outcome() == Outcome.HAPPENED);
                }
                case Expectation.Range range when came != null -> {
                    settled++;
                    covered.add(range.low().isAfter(came) || came.isAfter(range.high()) ? 0.0 : 1);
                }
                case Expectation.Quantiles(var quantiles) when came != null -> {
                    settled++;
                    for (Expectation.Quantile quantile : quantiles) {
                        pinball.add(
                                IntervalScore.pinball(
                                        quantile.level(), number(quantile.point()), number(came)));
                    }
                }
                case Expectation.Words _,
                        Expectation.Single _,
                        Expectation.Range _,
                        Expectation.Quantiles _ -> {}
            }
        }
        return new PeoplesScores(
                settled,
                chances.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(new YesNoForecasts(chances, happened).brier()),
                chances.size(),
                mean(covered),
                covered.size(),
                mean(pinball),
                open);
    }

    private static double number(Point point) {
        return switch (point) {
            case Point.Value(double value) -> value;
            case Point.Day(var day) -> day.toEpochDay();
        };
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        NeumaierSum.mean(
                                values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
