package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.stats.StudentT;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Outlook;
import rubicon.model.trend.Scale;
import rubicon.model.trend.Shape;
import rubicon.model.trend.ShapeFit;

/// What a shape expected of new best values, by their day, when it was told: in the indicator's own
/// unit, so that it can be read and scored whatever becomes of the code that made it.
///
/// @param made the day on which it was made
/// @param points how many values it was fitted to
/// @param first the oldest of them
/// @param last the newest of them
/// @param knownTo day of the newest best that was known, also where the trend's limit left it out
/// @param degrees of freedom of its Student's t, on the logarithms of [GrowthCourse]
/// @param expected by day, oldest first
public record MadeShape(
        LocalDate made,
        Shape shape,
        int points,
        DatedValue first,
        DatedValue last,
        LocalDate knownTo,
        double degrees,
        List<Expected> expected) {
    /// Of [Expected]'s interval.
    public static final double LEVEL = 0.8;

    private static final double HALF = LEVEL / 2;

    /// Days between two that are told: in the first year, and later.
    private static final int NEAR = 30;

    private static final int FAR = 91;
    private static final int YEAR = 365;

    /// Ends of years ahead up to which it is told.
    private static final int YEARS = 4;

    public MadeShape {
        expected = List.copyOf(expected);
    }

    /// What is expected of a new best value of a day. It is not cut at the indicator's bounds.
    ///
    /// @param low of the central interval at [#LEVEL]
    public record Expected(LocalDate date, double median, double low, double high) {}

    /// What a shape expects, from its last value on and to the end of the fourth year ahead. It
    /// depends on the day by its year alone.
    ///
    /// @return empty where the values do not determine the shape, or expect no numbers
    public static Optional<MadeShape> of(Shape shape, GrowthCourse course, LocalDate made) {
        return shape.fit(course.values(), course.ceiling())
                .map(fit -> of(fit, course, made))
                .filter(it -> it.expected().size() > 1);
    }

    private static MadeShape of(ShapeFit fit, GrowthCourse course, LocalDate made) {
        List<DatedValue> values = course.values();
        LocalDate last = values.getLast().date();
        LocalDate end = LocalDate.of(made.getYear() + YEARS, 12, 31);
        List<Expected> expected = new ArrayList<>();
        int ahead = 0;
        while (!last.plusDays(ahead).isAfter(end)) {
            Expected one = expected(fit, course, last.plusDays(ahead));
            if (isTold(one, course)) {
                expected.add(one);
            }
            ahead += ahead < YEAR ? NEAR : FAR;
        }
        return new MadeShape(
                made,
                fit.shape(),
                values.size(),
                told(values.getFirst(), course),
                told(values.getLast(), course),
                course.known().getLast().date(),
                fit.nextAt(values.getLast().day()).degrees(),
                expected);
    }

    private static DatedValue told(DatedValue it, GrowthCourse course) {
        return new DatedValue(it.name(), it.date(), course.told(it.value()));
    }

    private static Expected expected(ShapeFit fit, GrowthCourse course, LocalDate date) {
        double day = date.toEpochDay();
        double one = course.told(fit.quantile(day, 0.5 - HALF));
        double other = course.told(fit.quantile(day, 0.5 + HALF));
        return new Expected(
                date,
                course.told(fit.quantile(day, 0.5)),
                Math.min(one, other),
                Math.max(one, other));
    }

    /// Whether numbers can hold it, and it can be read back.
    private static boolean isTold(Expected it, GrowthCourse course) {
        return isPlace(course.grown(it.median()))
                && isPlace(course.grown(it.low()))
                && isPlace(course.grown(it.high()));
    }

    private static boolean isPlace(double grown) {
        return grown > 0 && Double.isFinite(grown);
    }

    /// The forecast as it is scored: between two days that were told, on the straight line between
    /// them; empty where no number on the axis of today's entry is left of it.
    ///
    /// @param course of the indicator as it is defined now
    Optional<Outlook> outlook(GrowthCourse course) {
        NavigableMap<Double, StudentT> told = new TreeMap<>();
        double unit = StudentT.standardQuantile(0.5 + HALF, degrees);
        for (Expected it : expected) {
            if (isTold(it, course)) {
                double width = Math.log(course.grown(it.high())) - Math.log(course.grown(it.low()));
                told.put(
                        (double) it.date().toEpochDay(),
                        new StudentT(
                                Math.log(course.grown(it.median())),
                                Math.abs(width) / 2 / unit,
                                degrees));
            }
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(new Told(told));
    }

    /// Whether a day lies within what was told.
    boolean speaksOf(LocalDate day) {
        return !expected.isEmpty()
                && !day.isBefore(expected.getFirst().date())
                && !day.isAfter(expected.getLast().date());
    }

    private record Told(NavigableMap<Double, StudentT> byDay) implements Outlook {
        @Override
        public Scale scale() {
            return new Scale.Log();
        }

        @Override
        public StudentT nextAt(double day) {
            Map.@Nullable Entry<Double, StudentT> before = byDay.floorEntry(day);
            Map.@Nullable Entry<Double, StudentT> after = byDay.ceilingEntry(day);
            if (before == null || after == null || before.getKey().equals(after.getKey())) {
                return Objects.requireNonNull(before == null ? after : before).getValue();
            }
            double share = (day - before.getKey()) / (after.getKey() - before.getKey());
            StudentT one = before.getValue();
            StudentT other = after.getValue();
            return new StudentT(
                    one.location() + share * (other.location() - one.location()),
                    one.scale() + share * (other.scale() - one.scale()),
                    one.degrees());
        }
    }
}
