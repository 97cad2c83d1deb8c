package rubicon.simulator.scenario;

import java.util.List;
import java.util.Optional;

/// A quantity that a model answers.
///
/// @param name as written in answers, in camel case
/// @param unit what one of it is; `1` for a pure number
/// @param meaning one sentence that a reader without the equations understands
/// @param along of a list: the parameter or output whose items it follows, one by one. Such a list
///   is as long in every run that differs from another in drawable parameters only, so that its
///   items can be compared from draw to draw
/// @param origin from where quantiles of a number are measured, since their precision is a share of
///   that distance: 0, but for a year such as 2026.9 the year in which the story begins
/// @param thresholds of a number that are of interest by themselves: a Monte Carlo run tells how
///   probable it is to exceed each
public record Output(
        String name,
        String unit,
        String meaning,
        Shape shape,
        Optional<String> along,
        double origin,
        List<Double> thresholds) {

    /// What is found under the output's name.
    public enum Shape {
        /// A real number; may be infinite.
        REAL,
        /// An integer, or infinite where there is no bound.
        WHOLE,
        /// A list of real numbers; each may be infinite.
        REALS,
        /// A list of integers.
        WHOLES,
        /// A word.
        TEXT,
        /// A list of words.
        TEXTS,
        /// A day.
        DAY,
        /// A list of days.
        DAYS,
        /// Rows with named cells.
        TABLE
    }

    public Output {
        thresholds = List.copyOf(thresholds);
    }

    public Output(String name, String unit, String meaning, Shape shape, Optional<String> along) {
        this(name, unit, meaning, shape, along, 0, List.of());
    }

    /// A single value, or a list or table of its own.
    public static Output one(String name, String unit, Shape shape, String meaning) {
        return new Output(name, unit, meaning, shape, Optional.empty());
    }

    /// A list of real numbers, one for each item of another list.
    public static Output along(String axis, String name, String unit, String meaning) {
        return new Output(name, unit, meaning, Shape.REALS, Optional.of(axis));
    }

    /// The same with its quantiles measured from elsewhere.
    public Output from(double origin) {
        return new Output(name, unit, meaning, shape, along, origin, thresholds);
    }

    /// The same with the values that it is asked to exceed.
    public Output exceeding(Double... thresholds) {
        return new Output(name, unit, meaning, shape, along, origin, List.of(thresholds));
    }

    /// Whether a Monte Carlo run can summarise it: a number, or numbers along an axis.
    public boolean isSampled() {
        return switch (shape) {
            case REAL, WHOLE -> true;
            case REALS -> along.isPresent();
            case WHOLES, TEXT, TEXTS, DAY, DAYS, TABLE -> false;
        };
    }
}
