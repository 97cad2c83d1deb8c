package rubicon.simulator.scenario.series;

/// Steps of which each takes `q` times as long as the one before: `n` of them take `T₁(qⁿ − 1)/(q −
/// 1)`, `n·T₁` for `q = 1`. For `q < 1` infinitely many take finite time.
///
/// @param first `T₁`, in any unit of time or effort
/// @param logRatio `ln q`, for a ratio near 1 loses its digits
public record GeometricSteps(double first, double logRatio) {

    /// Steps with a given ratio.
    ///
    /// @param ratio `q`, above 0
    public static GeometricSteps of(double first, double ratio) {
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("a ratio must be above 0, not " + ratio);
        }
        return new GeometricSteps(first, Math.log(ratio));
    }

    /// `q`.
    public double ratio() {
        return Math.exp(logRatio);
    }

    /// What the first `n` steps take together; `n` may be broken.
    public double total(double n) {
        return total(first, logRatio, n);
    }

    /// [#total(double)] on numbers in place.
    public static double total(double first, double logRatio, double n) {
        if (logRatio == 0 || n == 0 || n == 1) {
            return n * first;
        }
        return Double.isInfinite(logRatio) && logRatio > 0
                ? Double.POSITIVE_INFINITY
                : first * Math.expm1(n * logRatio) / Math.expm1(logRatio);
    }

    /// How many steps, broken ones too, a time is enough for: `ln(1 + (t/T₁)(q − 1))/ln q`.
    /// Infinite from the [#limit] on.
    ///
    /// @param time at least 0
    public double steps(double time) {
        return steps(first, logRatio, Math.expm1(logRatio), time);
    }

    /// [#steps(double)] on numbers in place.
    ///
    /// @param more `q − 1`
    public static double steps(double first, double logRatio, double more, double time) {
        if (logRatio == 0) {
            return time / first;
        }
        double grown = time / first * more;
        return grown <= -1 ? Double.POSITIVE_INFINITY : Math.log1p(grown) / logRatio;
    }

    /// What infinitely many take; infinite unless each takes less than the one before.
    public double limit() {
        return limit(first, logRatio);
    }

    /// [#limit()] on numbers in place.
    public static double limit(double first, double logRatio) {
        return logRatio < 0 ? first / -Math.expm1(logRatio) : Double.POSITIVE_INFINITY;
    }
}
