package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Scale;

/// The course of an indicator, turned so that up is more AI ability: its records, or all results
/// where the same thing is measured again and again.
///
/// Where lower is better, a logarithmic indicator is turned by its reciprocal, a bounded one by its
/// distance from the upper bound, any other one by its sign.
///
/// @param indicator whose course it is
/// @param fitted what lines are fitted to, oldest first: without what the trend's window leaves out
/// @param known those and what the window's limit leaves out, oldest first
/// @param best the best of all, of whatever date, turned
/// @param scale on which the turned values may lie on a straight line; a value at the end of a
///   bounded scale counts as one just before it
public record Course(
        Indicator indicator,
        List<DatedValue> fitted,
        List<DatedValue> known,
        double best,
        Scale scale) {
    /// The newest so many are looked at: older ones say little of what comes.
    private static final int MOST = 500;

    /// Share of a bounded scale; where places are clipped, too.
    private static final double EDGE = 1e-4;

    public Course {
        fitted = List.copyOf(fitted);
        known = List.copyOf(known);
    }

    /// The course of what stands.
    ///
    /// @param cutBy as for [StateCalculator#state]
    /// @throws IllegalArgumentException if neither direction is better, or a value has no place on
    ///   the scale
    public static Course of(Standing standing, Collection<Result> cutBy) {
        Indicator indicator = standing.indicator();
        if (indicator.direction() == Direction.NONE) {
            throw new IllegalArgumentException("neither direction is better");
        }
        TrendWindow window = indicator.trend();
        LocalDate from = window == null ? null : window.from();
        List<Result> known;
        List<Result> fitted;
        if (indicator.identity() == Identity.SERIES) {
            known = newest(standing, from);
            fitted = within(known, window);
        } else {
            known = tail(standing.frontierFrom(from));
            fitted =
                    window == null
                            ? known
                            : tail(StateCalculator.trendPoints(standing, cutBy, window));
        }
        double best =
                standing.best()
                        .map(it -> turned(indicator, it.value()))
                        .orElse(Double.NEGATIVE_INFINITY);
        Course course =
                new Course(
                        indicator,
                        turned(indicator, fitted),
                        turned(indicator, known),
                        best,
                        scale(indicator, best));
        course.known().forEach(it -> course.scale().to(it.value()));
        return course;
    }

    /// Values of a series up to the window's limit.
    private static List<Result> within(List<Result> results, @Nullable TrendWindow window) {
        Double limit = window == null ? null : window.maxValue();
        return limit == null
                ? results
                : results.stream().filter(it -> it.value() <= limit).toList();
    }

    private static List<Result> newest(Standing standing, @Nullable LocalDate from) {
        return standing.series().reversed().stream()
                .takeWhile(it -> from == null || !it.observedOn().date().isBefore(from))
                .limit(MOST)
                .toList()
                .reversed();
    }

    private static List<Result> tail(List<Result> results) {
        return results.subList(Math.max(0, results.size() - MOST), results.size());
    }

    private static List<DatedValue> turned(Indicator indicator, List<Result> results) {
        return results.stream()
                .map(it ->
                        new DatedValue(
                                it.subjectKey(),
                                it.observedOn().date(),
                                inside(indicator, turned(indicator, it.value()))))
                .toList();
    }

    /// Where a value, or a threshold, of the indicator lies on the turned axis.
    public double turned(double value) {
        return turned(indicator, value);
    }

    /// Where a value of the indicator lies on the scale: higher is more AI ability.
    ///
    /// @throws IllegalArgumentException if it has no place there
    public double place(double value) {
        return scale.to(inside(indicator, turned(indicator, value)));
    }

    private static double turned(Indicator indicator, double value) {
        if (indicator.direction() != Direction.LOWER) {
            return value;
        }
        Bounds bounds = indicator.bounds();
        return switch (indicator.scale()) {
            case LOG -> 1 / value;
            case LINEAR -> -value;
            case LOGIT ->
                    bounds.low() != null && bounds.high() != null
                            ? bounds.low() + bounds.high() - value
                            : -value;
        };
    }

    /// A value at the end of a bounded scale has no place there; the nearest that has one.
    private static double inside(Indicator indicator, double turned) {
        Bounds bounds = indicator.bounds();
        if (indicator.scale() != rubicon.model.catalogue.Scale.LOGIT
                || bounds.low() == null
                || bounds.high() == null) {
            return turned;
        }
        return Math.min(turned, bounds.high() - EDGE * (bounds.high() - bounds.low()));
    }

    /// A ceiling that the best reaches is none.
    private static Scale scale(Indicator indicator, double best) {
        Bounds bounds = indicator.bounds();
        NoiseCeiling ceiling = indicator.noiseCeiling();
        return switch (indicator.scale()) {
            case LOG -> new Scale.Log();
            case LINEAR -> new Scale.Linear();
            case LOGIT -> {
                if (bounds.low() == null || bounds.high() == null) {
                    yield new Scale.Linear();
                }
                yield new Scale.Logit(
                        bounds.low(),
                        ceiling != null
                                        && indicator.direction() == Direction.HIGHER
                                        && best < ceiling.value()
                                ? ceiling.value()
                                : bounds.high());
            }
        };
    }

    /// Days from the first value to the last; 0 without any.
    double spanDays() {
        return fitted.isEmpty() ? 0 : fitted.getLast().day() - fitted.getFirst().day();
    }
}
