package rubicon.model.trend;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a series of positive values may go on. All are fitted to logarithms, so that their forecasts
/// are scored on one scale. Time t is in years of 365.25 days.
public enum Shape {
    /// `ln y = a + b·t`: a steady doubling time.
    EXPONENTIAL(4) {
        @Override
        ShapeFit make(List<DatedValue> values, @Nullable Double ceiling) {
            return ShapeFits.polynomial(this, values, 1);
        }
    },

    /// `ln y = a + b·t + c·t²`: growth that itself grows or shrinks.
    QUADRATIC(5) {
        @Override
        ShapeFit make(List<DatedValue> values, @Nullable Double ceiling) {
            return ShapeFits.polynomial(this, values, 2);
        }
    },

    /// `ln y = a + b·t + c·(t − τ)₊`: one change of slope, on the day of a value with at least
    /// three up to it and three after it, where the squared errors are least.
    PIECEWISE(7) {
        @Override
        ShapeFit make(List<DatedValue> values, @Nullable Double ceiling) {
            return ShapeFits.piecewise(values);
        }
    },

    /// `y = c·σ(k·t − m)`: growth towards a ceiling. The ceiling is tried at several heights above
    /// the greatest value and a line fitted to the logits below each; its errors are judged *in
    /// logarithms*. Parameters are those of the best, forecasts a mean over all by likelihood.
    /// Where a ceiling is known, it is the only one.
    SATURATING(6) {
        @Override
        ShapeFit make(List<DatedValue> values, @Nullable Double ceiling) {
            return ShapeFits.saturating(values, ceiling);
        }
    };

    private final int leastValues;

    Shape(int leastValues) {
        this.leastValues = leastValues;
    }

    abstract ShapeFit make(List<DatedValue> values, @Nullable Double ceiling);

    /// Fits the shape.
    ///
    /// @param values above 0, in any order
    /// @return empty if the values are too few for it, or do not determine it
    /// @throws IllegalArgumentException if a value is not above 0
    public Optional<ShapeFit> fit(List<DatedValue> values) {
        return fit(values, null);
    }

    /// Fits the shape to values of which it is known what they cannot pass.
    ///
    /// @param ceiling above all values; null where none is known. Only what saturates heeds it
    /// @see #fit(List)
    public Optional<ShapeFit> fit(List<DatedValue> values, @Nullable Double ceiling) {
        var log = new Scale.Log();
        values.forEach(value -> log.to(value.value()));
        if (values.size() < leastValues) {
            return Optional.empty();
        }
        try {
            return Optional.of(make(DatedValue.byDate(values), ceiling));
        } catch (IllegalArgumentException undetermined) {
            return Optional.empty();
        }
    }
}
