package rubicon.model.analysis;

import org.jspecify.annotations.Nullable;

/// Days in which a quantity doubles; negative where it halves.
///
/// @param low null where the slope's interval holds 0, so that halving cannot be excluded
/// @param high null for the same reason
/// @param level coverage of the interval, in (0, 1)
public record DoublingTime(
        double days, @Nullable Double low, @Nullable Double high, double level, Method method) {

    /// How the interval was made.
    public enum Method {
        /// Student's t on the slope of an ordinary least squares line.
        OLS_T
    }
}
