package rubicon.simulator.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/// Days as axes of curves and as decimal years.
public final class Dates {
    private static final double MEAN_YEAR = 365.2425;
    private static final double FARTHEST = 3e8;

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
        LocalDate date = LocalDate.ofEpochDay((long) whole);
        return date.getYear() + (date.getDayOfYear() - 1 + (day - whole)) / date.lengthOfYear();
    }
}
