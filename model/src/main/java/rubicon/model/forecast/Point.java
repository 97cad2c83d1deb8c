package rubicon.model.forecast;

import java.time.LocalDate;

/// A place on the axis of what is forecast: a number or a day.
public sealed interface Point {

    /// In the forecast's unit.
    record Value(double value) implements Point {}

    /// A day.
    record Day(LocalDate day) implements Point {}

    /// Whether this lies after `other`; points of different axes do not compare.
    ///
    /// @throws IllegalArgumentException if one is a number and the other a day
    default boolean isAfter(Point other) {
        return switch (this) {
            case Value(double mine) when other instanceof Value(double theirs) -> mine > theirs;
            case Day(LocalDate mine) when other instanceof Day(LocalDate theirs) ->
                    mine.isAfter(theirs);
            case Value _, Day _ ->
                    throw new IllegalArgumentException("a number and a day do not compare");
        };
    }
}
