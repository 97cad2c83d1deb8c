package rubicon.model.observation;

import org.jspecify.annotations.Nullable;

/// A measured value with its interval, in the indicator's unit.
///
/// @param low lower end of the interval; null if none was given
/// @param high upper end
/// @param level nominal coverage of the interval, in (0, 1); null if not given
/// @param method how the interval was made, in upper-case words; intervals of different methods are
///   not comparable
/// @param n sample size; null if not given
public record Estimate(
        double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable String method,
        @Nullable Long n) {
    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value + " is not finite");
        }
        if ((low != null && low > value) || (high != null && high < value)) {
            throw new IllegalArgumentException(
                    "value %s lies outside its interval %s to %s".formatted(value, low, high));
        }
    }

    public static Estimate of(double value) {
        return new Estimate(value, null, null, null, null, null);
    }
}
