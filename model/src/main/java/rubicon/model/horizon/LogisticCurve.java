package rubicon.model.horizon;

/// The chance of success by the length of a task: `p = σ(intercept + coefficient·log₂ minutes)`.
///
/// @param coefficient change of the logit per doubling of the length; below 0 where longer tasks
///   are harder
public record LogisticCurve(double intercept, double coefficient) {
    /// The chance of success at a task that takes a person so many minutes.
    public double success(double minutes) {
        return success(intercept, coefficient, minutes);
    }

    /// [#success(double)] on numbers in place.
    public static double success(double intercept, double coefficient, double minutes) {
        return successAtLength(intercept, coefficient, Math.log(minutes) / Math.log(2));
    }

    double successAtLength(double log2Minutes) {
        return successAtLength(intercept, coefficient, log2Minutes);
    }

    private static double successAtLength(
            double intercept, double coefficient, double log2Minutes) {
        return 1 / (1 + Math.exp(-(intercept + coefficient * log2Minutes)));
    }

    /// The time horizon: minutes of the tasks that succeed at a rate, `2^((logit q − a)/b)`. On a
    /// rising curve it is the length above which tasks succeed more often, and no horizon.
    ///
    /// @param rate of success q, in (0, 1)
    public double horizonMinutes(double rate) {
        return horizonMinutes(intercept, coefficient, rate);
    }

    /// [#horizonMinutes(double)] on numbers in place.
    public static double horizonMinutes(double intercept, double coefficient, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("%s is not in (0, 1)".formatted(rate));
        }
        return Math.pow(2, (Math.log(rate / (1 - rate)) - intercept) / coefficient);
    }

    /// Whether longer tasks succeed more often: nothing that a horizon could be read from.
    public boolean rises() {
        return coefficient > 0;
    }
}
