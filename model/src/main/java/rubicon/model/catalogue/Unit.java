package rubicon.model.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A unit of measurement. Units of one dimension (time; parts of a whole) convert into each other;
/// every other unit only into itself. `% resolved` is a percentage like `%`.
///
/// @param symbol as the catalogue writes it, at most 60 characters
public record Unit(String symbol) {
    private static final Map<String, Double> SECONDS =
            Map.of(
                    "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d",
                    86400.0);

    public Unit {
        if (symbol.isBlank() || symbol.length() > 60) {
            throw new IllegalArgumentException("unit '" + symbol + "' is blank or too long");
        }
    }

    /// The factor that turns a value of this unit into one of `other`; empty if they do not
    /// convert.
    public OptionalDouble factorTo(Unit other) {
        if (symbol.equals(other.symbol)) {
            return OptionalDouble.of(1);
        }
        Optional<Double> time = ratio(SECONDS.get(symbol), SECONDS.get(other.symbol));
        Optional<Double> factor = time.or(() -> ratio(partOfWhole(), other.partOfWhole()));
        return factor.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static Optional<Double> ratio(@Nullable Double from, @Nullable Double to) {
        return from == null || to == null ? Optional.empty() : Optional.of(from / to);
    }

    private @Nullable Double partOfWhole() {
        if (symbol.startsWith("%")) {
            return 0.01;
        }
        return symbol.equals("share") ? 1.0 : null;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
