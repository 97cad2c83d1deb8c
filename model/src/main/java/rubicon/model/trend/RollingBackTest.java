package rubicon.model.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rubicon.model.score.Crps;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// How good a fit would have been: for each value, the fit to those of earlier dates and its
/// forecast of this one.
///
/// Two naive rivals forecast the same values: the last value, and the last value plus the mean
/// increment so far, both as single numbers on the scale. A fit that scores worse than either is
/// not worth its formula.
///
/// @param rows oldest first; may be empty
public record RollingBackTest(List<Row> rows) {
    private static final double LEVEL = 0.8;

    public RollingBackTest {
        rows = List.copyOf(rows);
    }

    /// One forecast and what came.
    ///
    /// @param date of what came
    /// @param value what came
    /// @param median of the forecast
    /// @param range central 80 % of the forecast
    /// @param pit probability that the forecast gave to values up to what came
    /// @param crps score of the forecast on the scale of the fit
    /// @param lastValueCrps that of the last value as forecast
    /// @param meanStepCrps that of the last value plus the mean increment
    public record Row(
            LocalDate date,
            double value,
            double median,
            Range range,
            double pit,
            double crps,
            double lastValueCrps,
            double meanStepCrps) {
        /// Whether what came lies in the range; the ends belong to it.
        public boolean covered() {
            return range.contains(value);
        }
    }

    /// Runs the test.
    ///
    /// @param values in any order
    /// @param leastValues how many values a fit needs before its first forecast, at least 4: with
    ///   three, the forecast is so wide that it has no score
    /// @param fit makes a fit of some values, or none if they do not allow it
    public static RollingBackTest of(
            List<DatedValue> values,
            int leastValues,
            Function<List<DatedValue>, Optional<Outlook>> fit) {
        return of(values, values, leastValues, fit);
    }

    /// The same where fits leave some values out that are to be forecast all the same.
    ///
    /// @param fitted some of the values
    /// @param values all that came, and what the naive rivals know
    /// @param leastValues how many fitted ones a fit needs
    public static RollingBackTest of(
            List<DatedValue> fitted,
            List<DatedValue> values,
            int leastValues,
            Function<List<DatedValue>, Optional<Outlook>> fit) {
        List<DatedValue> toFit = DatedValue.byDate(fitted);
        List<DatedValue> sorted = DatedValue.byDate(values);
        List<Row> rows = new ArrayList<>();
        for (DatedValue next : sorted) {
            List<DatedValue> earlier = before(toFit, next);
            if (earlier.size() >= Math.max(leastValues, 4)) {
                fit.apply(earlier)
                        .ifPresent(outlook -> rows.add(row(before(sorted, next), next, outlook)));
            }
        }
        return new RollingBackTest(rows);
    }

    private static List<DatedValue> before(List<DatedValue> sorted, DatedValue next) {
        return sorted.stream().filter(it -> it.date().isBefore(next.date())).toList();
    }

    /// One forecast and what came of it.
    ///
    /// @param known when the outlook was made, oldest first, at least four: the naive rivals'
    ///   values
    public static Row row(List<DatedValue> known, DatedValue next, Outlook outlook) {
        return row(known.getFirst().value(), known.getLast().value(), known.size(), next, outlook);
    }

    /// One forecast and what came of it.
    ///
    /// @param firstValue the oldest that was known when the outlook was made
    /// @param lastValue the newest
    /// @param points how many there were, at least two
    public static Row row(
            double firstValue, double lastValue, int points, DatedValue next, Outlook outlook) {
        StudentT forecast = outlook.nextAt(next.day());
        double came = outlook.scale().to(next.value());
        double last = outlook.scale().to(lastValue);
        double first = outlook.scale().to(firstValue);
        return new Row(
                next.date(),
                next.value(),
                outlook.scale().from(forecast.location()),
                new Range(
                        outlook.quantile(next.day(), (1 - LEVEL) / 2),
                        outlook.quantile(next.day(), (1 + LEVEL) / 2)),
                forecast.cumulative(came),
                Crps.studentT(forecast, came),
                Math.abs(came - last),
                Math.abs(came - last - (last - first) / (points - 1)));
    }

    /// The share of values inside their range.
    ///
    /// @throws IllegalArgumentException if there is no row
    public double coverage() {
        return mean(row -> row.covered() ? 1 : 0);
    }

    /// The mean score of the fit.
    public double meanCrps() {
        return mean(Row::crps);
    }

    /// The mean of the probabilities given to values up to what came; ½ if forecasts are neither
    /// too high nor too low.
    public double meanPit() {
        return mean(Row::pit);
    }

    /// Whether one of the naive rivals scores better.
    public boolean losesToNaive() {
        return meanCrps() > Math.min(mean(Row::lastValueCrps), mean(Row::meanStepCrps));
    }

    private double mean(ToDoubleFunction<Row> of) {
        return NeumaierSum.mean(rows.stream().mapToDouble(of).toArray());
    }
}
