package rubicon.model.horizon;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Quantiles;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Doubling;
import rubicon.model.trend.RunningBest;

/// METR's trend: a straight line through the logarithms of the horizons of those agents that were
/// the best, or level with it, when they came out.
///
/// @param used the agents that the line rests on, oldest first
/// @param line of ln minutes over the day number
/// @see <a href="https://metr.org/time-horizons/">METR, Time Horizons 1.1</a>
public record HorizonTrend(List<DatedValue> used, LinearFit line) {
    /// METR calls horizons above 16 hours unreliable and leaves them out of its trend.
    public static final double METR_CUT_MINUTES = 960;

    private static final double LEAST_MINUTES = 1e-3;

    public HorizonTrend {
        used = List.copyOf(used);
    }

    /// Which agents a trend looks at.
    ///
    /// @param after the first day that counts
    /// @param before the first day that does not
    /// @param mostMinutes agents above are left out, after the best were chosen; may be infinite
    /// @param bestOnly whether only the best of their day count
    public record Choice(LocalDate after, LocalDate before, double mostMinutes, boolean bestOnly) {

        /// METR's choice, from a day on.
        public static Choice metr(LocalDate after) {
            return new Choice(after, LocalDate.MAX, METR_CUT_MINUTES, true);
        }

        /// The chosen ones, oldest first.
        ///
        /// @param models horizons in minutes
        public List<DatedValue> of(List<DatedValue> models) {
            return of(models, DatedValue::value);
        }

        /// @param cutBy what is held against the most, of each model; may be infinite
        List<DatedValue> of(List<DatedValue> models, ToDoubleFunction<DatedValue> cutBy) {
            List<DatedValue> dated =
                    models.stream()
                            .filter(model -> !model.date().isBefore(after))
                            .filter(model -> model.date().isBefore(before))
                            .toList();
            return (bestOnly ? RunningBest.withTies(dated) : DatedValue.byDate(dated))
                    .stream().filter(model -> cutBy.applyAsDouble(model) <= mostMinutes).toList();
        }
    }

    /// Fits the line.
    ///
    /// @param models horizons in minutes, at least 0; one below 0.001 counts as 0.001
    /// @throws IllegalArgumentException if the choice leaves fewer than two dates
    public static HorizonTrend of(List<DatedValue> models, Choice choice) {
        return through(choice.of(models));
    }

    /// Fits the line through agents that were chosen already.
    static HorizonTrend through(List<DatedValue> used) {
        return new HorizonTrend(
                used,
                line(
                        used.stream().mapToDouble(DatedValue::day).toArray(),
                        used.stream().mapToDouble(DatedValue::value).toArray()));
    }

    /// Days in which the horizon doubles, `ln 2/slope`; below 0 if it halves.
    public double doublingDays() {
        return Doubling.days(line.slope());
    }

    /// Whether a printed doubling time follows from these agents: it agrees to its third decimal,
    /// as METR prints it. METR's file of 2026-03-03 prints 187.778 days for all times, and its own
    /// points give 184.726; every other figure of its files agrees.
    public boolean gives(double printedDays) {
        return Math.abs(doublingDays() - printedDays) <= 1e-3;
    }

    /// The factor of a year of 365.25 days.
    public double growthPerYear() {
        return Math.exp(365.25 * line.slope());
    }

    /// The doubling time in draws of a bootstrap: the line is fitted anew to the same agents in
    /// each draw. Draws without a growing line are left out, and so is an agent from draws that it
    /// is missing from.
    ///
    /// @param dates of the agents
    /// @param draws one row a draw with a horizon for each date; NaN where there is none
    /// @param level of the interval, in (0, 1)
    /// @return empty if no draw grows
    public static Optional<HorizonDraws.Interval> doublingDays(
            List<LocalDate> dates, double[][] draws, double level) {
        double[] doubling =
                Arrays.stream(draws)
                        .mapToDouble(draw -> slope(dates, draw))
                        .filter(slope -> slope > 0)
                        .map(Doubling::days)
                        .toArray();
        if (doubling.length == 0) {
            return Optional.empty();
        }
        double[] ends =
                Quantiles.type7(doubling, new double[] {(1 - level) / 2, 0.5, (1 + level) / 2});
        return Optional.of(
                new HorizonDraws.Interval(ends[0], ends[1], ends[2], level, doubling.length));
    }

    private static double slope(List<LocalDate> dates, double[] draw) {
        int[] there = IntStream.range(0, draw.length).filter(i -> !Double.isNaN(draw[i])).toArray();
        double[] days = IntStream.of(there).mapToDouble(i -> dates.get(i).toEpochDay()).toArray();
        double[] values = IntStream.of(there).mapToDouble(i -> draw[i]).toArray();
        boolean fits =
                IntStream.of(there).mapToObj(dates::get).distinct().count() > 1
                        && Arrays.stream(values).allMatch(Double::isFinite);
        return fits ? line(days, values).slope() : Double.NaN;
    }

    private static LinearFit line(double[] days, double[] minutes) {
        double[] logs =
                Arrays.stream(minutes)
                        .map(value -> Math.log(Math.max(value, LEAST_MINUTES)))
                        .toArray();
        return LinearFit.of(days, logs);
    }
}
