package rubicon.model.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.Scale;
import rubicon.model.trend.DatedValue;

/// A course on the axis that shapes are fitted to: above 0, and up is more AI ability.
///
/// It is the turned axis of the [Course], but where lower is better on a linear scale: there it is
/// `1/(value − floor)`, one over the distance from the indicator's lower bound, or from 0 where it
/// has none. A shape so never passes the bound.
///
/// @param values what shapes are fitted to, oldest first
/// @param known those and what the trend's limit leaves out, oldest first
/// @param floor what distances are counted from; null where the course is turned otherwise
/// @param ceiling what no value can pass by the catalogue's source, on the axis; null where none is
///   known, or the best value has reached it, and it thereby is none
public record GrowthCourse(
        Course course,
        List<DatedValue> values,
        List<DatedValue> known,
        @Nullable Double floor,
        @Nullable Double ceiling) {
    public GrowthCourse {
        values = List.copyOf(values);
        known = List.copyOf(known);
    }

    /// The course of what lines are fitted to.
    ///
    /// @throws IllegalArgumentException if a value has no place above 0 on the axis
    public static GrowthCourse of(Course course) {
        Double floor = floor(course.indicator());
        return new GrowthCourse(
                course,
                grown(course, course.fitted(), floor),
                grown(course, course.known(), floor),
                floor,
                ceiling(course));
    }

    private static List<DatedValue> grown(
            Course course, List<DatedValue> turned, @Nullable Double floor) {
        List<DatedValue> values =
                floor == null
                        ? turned
                        : turned.stream()
                                .map(it ->
                                        new DatedValue(
                                                it.name(), it.date(), rest(course, it, floor)))
                                .toList();
        for (DatedValue it : values) {
            if (!(it.value() > 0)) {
                throw new IllegalArgumentException(
                        "shapes are fitted to logarithms, and the value of %s has none"
                                .formatted(it.date()));
            }
        }
        return values;
    }

    private static @Nullable Double floor(Indicator indicator) {
        if (indicator.direction() != Direction.LOWER || indicator.scale() != Scale.LINEAR) {
            return null;
        }
        Double low = indicator.bounds().low();
        return low == null ? Double.valueOf(0) : low;
    }

    private static double rest(Course course, DatedValue it, double floor) {
        double value = course.turned(it.value());
        if (!(value > floor)) {
            throw new IllegalArgumentException(
                    "lower is better, and the value of %s is not above %s, from where distances are counted"
                            .formatted(it.date(), floor));
        }
        return 1 / (value - floor);
    }

    private static @Nullable Double ceiling(Course course) {
        NoiseCeiling known = course.indicator().noiseCeiling();
        return known != null
                        && course.indicator().direction() == Direction.HIGHER
                        && known.value() > 0
                        && course.best() < known.value()
                ? (Double) known.value()
                : null;
    }

    /// Where a value of the indicator lies on the axis; not above 0, or no number, where it has no
    /// place there.
    public double grown(double value) {
        return floor == null ? course.turned(value) : 1 / (value - floor);
    }

    /// The value of the indicator that lies there.
    public double told(double grown) {
        return floor == null ? course.turned(grown) : floor + 1 / grown;
    }
}
