package rubicon.model.trend;

import rubicon.model.stats.StudentT;

/// What a fit expects of a value that is still to come.
public interface Outlook {
    /// The scale of the fit.
    Scale scale();

    /// The forecast of one new value, on the scale.
    ///
    /// @param day counted from 1970-01-01
    StudentT nextAt(double day);

    /// The quantile of a new value.
    ///
    /// @param p in (0, 1)
    default double quantile(double day, double p) {
        return scale().from(nextAt(day).quantile(p));
    }

    /// The chance that a new value of that day lies above a target.
    default double above(double target, double day) {
        return nextAt(day).above(scale().to(target));
    }
}
