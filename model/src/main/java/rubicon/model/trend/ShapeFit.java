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

    /// One number of a fit.
    ///
    /// @param name with its unit
    /// @param range at [#LEVEL]; it does not know that knots and ceilings were chosen by looking at
    ///   the data
    public record Parameter(String name, double estimate, Range range) {}

    @Override
    public Scale scale() {
        return new Scale.Log();
    }

    @Override
    public StudentT nextAt(double day) {
        return forecast.apply(day);
    }

    /// A parameter by its name.
    public Parameter parameter(String name) {
        return parameters.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("%s has no %s".formatted(shape, name)));
    }
}
