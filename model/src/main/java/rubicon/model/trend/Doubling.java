package rubicon.model.trend;

import rubicon.model.stats.Range;

/// Doubling times of a line through natural logarithms.
public final class Doubling {
    private static final double LN_2 = Math.log(2);

    private Doubling() {}

    /// Days in which a value doubles, `ln 2/slope`; below 0 if it halves, infinite if it stays.
    ///
    /// @param slopePerDay of ln value
    public static double days(double slopePerDay) {
        return LN_2 / slopePerDay;
    }

    /// The interval that belongs to an interval of the slope. Where that holds 0 the doubling time
    /// has no upper end.
    public static Range days(Range slopePerDay) {
        return slopePerDay.low() <= 0 && slopePerDay.high() >= 0
                ? new Range(LN_2 / slopePerDay.high(), Double.POSITIVE_INFINITY)
                : new Range(LN_2 / slopePerDay.high(), LN_2 / slopePerDay.low());
    }
}
