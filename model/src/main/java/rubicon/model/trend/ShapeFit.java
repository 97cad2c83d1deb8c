package rubicon.model.trend;

import java.util.List;
import java.util.function.DoubleFunction;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// A shape fitted to a series.
///
/// @param parameters what the shape says of the series, each with its interval
/// @param forecast ln of a new value by its day
public record ShapeFit(Shape shape, List<Parameter> parameters, DoubleFunction<StudentT> forecast)
        implements Outlook {
    /// Of the intervals of parameters.
    public static final double LEVEL = 0.8;

    public ShapeFit {
        parameters = List.copyOf(parameters);
    }

    /// What a number of a fit says.
    public enum Kind {
        /// Growth per year, in logarithms; of a broken line that before the change.
        GROWTH,
        /// Half the change of growth per year², in logarithms.
        CURVATURE,
        /// Change of growth per year, in logarithms.
        CHANGE,
        /// Day number of the change, counted from 1970-01-01.
        CHANGE_DAY,
        /// Ceiling, in the unit of the values; of a known one the range is that number.
        CEILING,
        /// Change of the logit per year.
        RATE
    }

    /// One number of a fit.
    ///
    /// @param range at [#LEVEL]: of days and ceilings by profile likelihood, out to the next one
    ///   that was tried and refused; the others do not know that knots and ceilings were chosen by
    ///   looking at the data
    public record Parameter(Kind kind, double estimate, Range range) {}

    @Override
    public Scale scale() {
        return new Scale.Log();
    }

    @Override
    public StudentT nextAt(double day) {
        return forecast.apply(day);
    }

    /// A parameter by its kind.
    public Parameter parameter(Kind kind) {
        return parameters.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("%s has no %s".formatted(shape, kind)));
    }
}
