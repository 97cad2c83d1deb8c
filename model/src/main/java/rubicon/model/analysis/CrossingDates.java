package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.HumanBaseline;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.trend.CrossingForecast;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ScaledLine;

/// When a threshold is expected to be crossed, by several windows of the indicator's course. Which
/// window is right nobody knows: what they say together is how far they are apart.
///
/// @param label what the threshold is
/// @param windows the first is the one that the catalogue declares; at least one
/// @see "docs/methods/trends.md"
public record CrossingDates(double threshold, String label, List<Window> windows) {
    /// A window that leaves fewer says nothing, but for the declared one.
    private static final int FEWEST = 6;

    private static final int FEWEST_OF_ALL = 4;
    private static final int MOST_WINDOWS = 4;
    private static final int YEARS_AHEAD = 4;

    public CrossingDates {
        windows = List.copyOf(windows);
    }

    /// What one window says.
    ///
    /// @param from null for the whole course
    /// @param points that its line is fitted to
    /// @param p10 the day by which it is crossed with 10 %; null if not within a century
    /// @param expectedByToday how much of the forecast lay before today: near 1 the silence speaks
    ///   against it
    /// @param byDate chances by the ends of years
    public record Window(
            @Nullable LocalDate from,
            int points,
            @Nullable LocalDate p10,
            @Nullable LocalDate p50,
            @Nullable LocalDate p90,
            double expectedByToday,
            SortedMap<LocalDate, Double> byDate) {}

    /// Forecasts of what an indicator's entry marks: its lines and what people reach.
    ///
    /// @param today the forecast knows that nothing was crossed by then
    /// @return by threshold; without those that were crossed
    /// @throws IllegalArgumentException if the course is too short for a line
    public static List<CrossingDates> of(Course course, LocalDate today) {
        SortedSet<Mark> marks = marks(course.indicator());
        if (marks.isEmpty()) {
            throw new IllegalArgumentException(
                    "the catalogue names no line or human baseline to cross");
        }
        requireEnough(course);
        List<CrossingDates> crossings = new ArrayList<>();
        for (Mark mark : marks) {
            double target = course.turned(mark.value());
            if (!isCrossed(course, target) && hasPlace(course, target)) {
                crossings.add(
                        new CrossingDates(
                                mark.value(),
                                mark.label(),
                                windows(course, target, dayOf(course, today))));
            }
        }
        if (crossings.isEmpty()) {
            throw new IllegalArgumentException(
                    "all that the catalogue marks and can be crossed was crossed");
        }
        return List.copyOf(crossings);
    }

    /// The forecast of a threshold that somebody asks for.
    ///
    /// @param threshold in the indicator's unit
    /// @param today as above
    /// @throws IllegalArgumentException if the course is too short for a line, or the threshold was
    ///   crossed or has no place on the scale
    public static CrossingDates of(Course course, double threshold, LocalDate today) {
        requireEnough(course);
        double target = course.turned(threshold);
        if (isCrossed(course, target)) {
            throw new IllegalArgumentException("the threshold was crossed");
        }
        if (!hasPlace(course, target)) {
            throw new IllegalArgumentException(
                    "the threshold lies where no line comes: at or beyond the end of the scale");
        }
        return new CrossingDates(
                threshold, "asked for", windows(course, target, dayOf(course, today)));
    }

    private static void requireEnough(Course course) {
        if (course.fitted().size() < FEWEST_OF_ALL) {
            throw new IllegalArgumentException(
                    "%d points are fewer than %d".formatted(course.fitted().size(), FEWEST_OF_ALL));
        }
    }

    /// No forecast is of a day before what it knows.
    private static LocalDate dayOf(Course course, LocalDate today) {
        LocalDate last = course.known().getLast().date();
        return today.isBefore(last) ? last : today;
    }

    private static boolean isCrossed(Course course, double target) {
        return course.best() >= target;
    }

    /// A line at the end of a bounded scale is never crossed.
    private static boolean hasPlace(Course course, double target) {
        try {
            course.scale().to(target);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Window> windows(Course course, double target, LocalDate today) {
        List<Window> windows = new ArrayList<>();
        for (LocalDate start : starts(course)) {
            List<DatedValue> fitted = since(course.fitted(), start);
            windows.add(window(course, start, fitted, target, today));
        }
        return windows;
    }

    /// The first day of each window: that of the declared one, and the beginnings of the newest
    /// later years that leave enough, in the order of time.
    private static List<LocalDate> starts(Course course) {
        LocalDate first = course.fitted().getFirst().date();
        LocalDate declared =
                course.indicator().trend() == null || course.indicator().trend().from() == null
                        ? LocalDate.MIN
                        : course.indicator().trend().from();
        List<LocalDate> starts = new ArrayList<>();
        LocalDate last = course.fitted().getLast().date();
        for (int year = last.getYear(); year > first.getYear(); year--) {
            LocalDate start = LocalDate.of(year, 1, 1);
            if (starts.size() < MOST_WINDOWS - 1
                    && start.isAfter(declared)
                    && since(course.fitted(), start).stream()
                                    .map(DatedValue::date)
                                    .distinct()
                                    .count()
                            >= FEWEST) {
                starts.add(start);
            }
        }
        starts.add(declared);
        return starts.reversed();
    }

    private static List<DatedValue> since(List<DatedValue> values, LocalDate start) {
        return values.stream().filter(it -> !it.date().isBefore(start)).toList();
    }

    private static Window window(
            Course course,
            LocalDate start,
            List<DatedValue> fitted,
            double target,
            LocalDate today) {
        CrossingForecast forecast =
                CrossingForecast.of(
                        ScaledLine.of(fitted, course.scale()),
                        since(course.known(), start),
                        target,
                        today);
        SortedMap<LocalDate, Double> byDate = new TreeMap<>();
        for (int year = 0; year < YEARS_AHEAD; year++) {
            LocalDate end = LocalDate.of(today.getYear() + year, 12, 31);
            byDate.put(end, forecast.probabilityBy(end));
        }
        return new Window(
                start.equals(LocalDate.MIN) ? null : start,
                fitted.size(),
                date(forecast.day(0.1)),
                date(forecast.day(0.5)),
                date(forecast.day(0.9)),
                forecast.expectedByToday(),
                byDate);
    }

    private static @Nullable LocalDate date(double day) {
        return Double.isInfinite(day) ? null : LocalDate.ofEpochDay((long) Math.ceil(day));
    }

    private record Mark(double value, String label) {}

    private static SortedSet<Mark> marks(Indicator indicator) {
        SortedSet<Mark> marks = new TreeSet<>(Comparator.comparingDouble(Mark::value));
        for (ReferenceLine line : indicator.lines()) {
            marks.add(new Mark(line.value(), line.label()));
        }
        HumanBaseline people = indicator.humanBaseline();
        if (people != null) {
            marks.add(new Mark(people.value(), people.who()));
        }
        return marks;
    }
}
