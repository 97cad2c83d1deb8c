package rubicon.simulator.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/// Days as axes of curves and as decimal years.
public final class Dates {
    private static final double MEAN_YEAR = 365.2425;
    private static final double FARTHEST = 3e8;
    private static final long DAYS_TO_1970 = 719_528;
    private static final long DAYS_PER_CYCLE = 146_097;

    private Dates() {}

    /// From one day to another in equal steps of whole days, both ends among them.
    ///
    /// @param end a day after `start`; an earlier one counts as the day after it
    /// @param most steps, above 0; fewer where the days are fewer
    public static List<LocalDate> grid(LocalDate start, LocalDate end, int most) {
        long days = Math.max(1, ChronoUnit.DAYS.between(start, end));
        long steps = Math.min(days, most);
        return LongStream.rangeClosed(0, steps)
                .mapToObj(step -> start.plusDays(step * days / steps))
                .toList();
    }

    /// A moment as decimal year: 2027.0 is the beginning of 2027.
    ///
    /// @param day counted from 1970-01-01, may be broken or infinite
    public static double year(double day) {
        if (!(Math.abs(day) < FARTHEST)) {
            return 1970 + day / MEAN_YEAR;
        }
        double whole = Math.floor(day);
        long year = yearOf((long) whole);
        long first = firstDay(year);
        return year + ((long) whole - first + (day - whole)) / (firstDay(year + 1) - first);
    }

    /// The end of a day as decimal year.
    ///
    /// @param day counted from 1970-01-01
    public static double yearAtEnd(long day) {
        long year = yearOf(day);
        long first = firstDay(year);
        return year + (double) (day - first + 1) / (firstDay(year + 1) - first);
    }

    // In numbers instead of a `LocalDate`, for samplers ask it of every run.
    private static long yearOf(long day) {
        long year = Math.floorDiv(400 * (day + DAYS_TO_1970), DAYS_PER_CYCLE);
        return day < firstDay(year) ? year - 1 : day < firstDay(year + 1) ? year : year + 1;
    }

    /// 1 January of a year, counted from 1970-01-01: 365 days each, and the leap days of the years
    /// from 0 to the one before.
    private static long firstDay(long year) {
        return 365 * year
                + Math.floorDiv(year + 3, 4)
                - Math.floorDiv(year + 99, 100)
                + Math.floorDiv(year + 399, 400)
                - DAYS_TO_1970;
    }
}
