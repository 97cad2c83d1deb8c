package rubicon.model.forecast;

import java.util.List;

/// What a forecaster committed to. Only [Probability], [Quantiles] and [Range] can be scored.
public sealed interface Expectation {

    /// No number.
    record Words() implements Expectation {}

    /// That it happens, in [0, 1].
    record Probability(double probability) implements Expectation {}

    /// One number or day.
    record Single(Point point) implements Expectation {}

    /// Points that are not exceeded with these probabilities; levels and points rise.
    record Quantiles(List<Quantile> quantiles) implements Expectation {
        public Quantiles {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// An interval that holds it with probability `level`.
    record Range(double level, Point low, Point high) implements Expectation {}

    /// One quantile.
    ///
    /// @param level in (0, 1)
    record Quantile(double level, Point point) {}
}
