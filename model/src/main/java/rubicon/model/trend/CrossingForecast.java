package rubicon.model.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When a threshold will be crossed, given that by today nobody was seen to cross it.
///
/// The chance that a new best value of day x lies above the threshold, `F(x)`, is read as the
/// chance of a crossing by x: made to rise (its running maximum from today on) and conditioned on
/// silence, `F*(x) = (F(x) − F(today))/(1 − F(today))`, 0 up to today. What never rises to a share
/// is a crossing that never comes.
///
/// Staleness: where the last value is older than the mean gap between values, the scale of the
/// forecast grows by `√(1 + gaps missed)`: each gap without a value leaves the level as uncertain
/// as one more residual. This choice is ours.
///
/// Limits: the fit is taken as true, so the spread over several windows ([CrossingSpread]) is the
/// better headline; silence is evidence only if crossings would have been reported.
public final class CrossingForecast {
    private static final double LAST_DAY = 36525;

    private final Outlook outlook;
    private final double target;
    private final double today;
    private final double stretch;
    private final double[] grid;
    private final double[] reached;

    private CrossingForecast(Outlook outlook, double target, double today, double stretch) {
        this.outlook = outlook;
        this.target = outlook.scale().to(target);
        this.today = today;
        this.stretch = stretch;
        this.grid = grid();
        this.reached = new double[grid.length];
        double most = 0;
        for (int i = 0; i < grid.length; i++) {
            most = Math.max(most, chance(grid[i]));
            reached[i] = most;
        }
    }

    /// Makes the forecast.
    ///
    /// @param values those that the outlook was fitted to, or that came after; none above the
    ///   target
    /// @param today not before the last of them
    /// @throws IllegalArgumentException if the threshold was crossed already, or today is too early
    public static CrossingForecast of(
            Outlook outlook, List<DatedValue> values, double target, LocalDate today) {
        List<DatedValue> sorted = DatedValue.byDate(values);
        LocalDate last = sorted.getLast().date();
        if (today.isBefore(last)) {
            throw new IllegalArgumentException(
                    "today %s is before the last value of %s".formatted(today, last));
        }
        if (sorted.stream().anyMatch(value -> value.value() > target)) {
            throw new IllegalArgumentException("%s was crossed already".formatted(target));
        }
        double meanGap = (sorted.getLast().day() - sorted.getFirst().day()) / (sorted.size() - 1);
        double missed = Math.max(0, (today.toEpochDay() - sorted.getLast().day()) / meanGap - 1);
        return new CrossingForecast(outlook, target, today.toEpochDay(), Math.sqrt(1 + missed));
    }

    /// The chance of a crossing by the end of a day; 0 up to today.
    public double probabilityBy(LocalDate date) {
        return probabilityBy((double) date.toEpochDay());
    }

    /// The day by which the threshold is crossed with a probability, counted from 1970-01-01;
    /// infinite if that is never reached (within a century).
    ///
    /// @param p in (0, 1)
    public double day(double p) {
        int above = 0;
        while (above < grid.length && given(reached[above]) < p) {
            above++;
        }
        if (above == grid.length) {
            return Double.POSITIVE_INFINITY;
        }
        double low = above == 0 ? today : grid[above - 1];
        double high = grid[above];
        for (int i = 0; i < 60 && low < high; i++) {
            double middle = (low + high) / 2;
            if (probabilityBy(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// How much of the forecast lay before today. Near 1 the fit had long expected the crossing,
    /// and what has been seen speaks against it.
    public double expectedByToday() {
        return reached[0];
    }

    private double probabilityBy(double day) {
        if (day <= today) {
            return 0;
        }
        int after = Arrays.binarySearch(grid, day);
        int before = after >= 0 ? after : -after - 2;
        return given(Math.max(reached[before], chance(day)));
    }

    private double given(double reachedBy) {
        double silent = 1 - reached[0];
        return silent <= 0 ? 1 : (reachedBy - reached[0]) / silent;
    }

    private double chance(double day) {
        return outlook.nextAt(day).stretched(stretch).above(target);
    }

    /// Days at which the rise is looked at: each week of two years, each month of ten, each year of
    /// a century.
    private double[] grid() {
        List<Double> days = new ArrayList<>();
        double ahead = 0;
        while (ahead <= LAST_DAY) {
            days.add(today + ahead);
            ahead += ahead < 730 ? 7 : ahead < 3650 ? 30 : 365;
        }
        return days.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
