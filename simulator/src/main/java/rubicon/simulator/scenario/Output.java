package rubicon.simulator.scenario;

import java.util.Optional;

/// A quantity that a model answers.
///
/// @param name as written in answers, in camel case
/// @param unit what one of it is; `1` for a pure number
/// @param meaning one sentence that a reader without the equations understands
/// @param along of a list: the parameter or output whose items it follows, one by one
public record Output(
        String name, String unit, String meaning, Shape shape, Optional<String> along) {

    /// What is found under the output's name.
    public enum Shape {
        /// A real number; may be infinite.
        REAL,
        /// An integer, or infinite where there is no bound.
        WHOLE,
        /// A list of real numbers; each may be infinite.
        REALS,
        /// A list of integers.
        WHOLES
    }

    /// A single number.
    public static Output one(String name, String unit, Shape shape, String meaning) {
        return new Output(name, unit, meaning, shape, Optional.empty());
    }

    /// A list of real numbers, one for each item of another list.
    public static Output along(String axis, String name, String unit, String meaning) {
        return new Output(name, unit, meaning, Shape.REALS, Optional.of(axis));
    }
}
