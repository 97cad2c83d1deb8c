package rubicon.simulator.scenario.timehorizon;

import rubicon.simulator.scenario.series.GeometricSteps;

/// How a horizon goes on: it doubles, and each doubling takes `ratio` times as long as the one
/// before. Of what lies before its first day it says nothing. Set anew for each run, in place; what
/// it says of a day does for any horizon that goes by it.
final class Course {
    private static final double LN_2 = Math.log(2);

    private final double firstDay;
    private double first;
    private double logRatio;
    private double more;

    /// @param firstDay counted from 1970-01-01
    Course(double firstDay) {
        this.firstDay = firstDay;
    }

    /// Begins a run.
    ///
    /// @param days of the first doubling
    /// @param ratio above 0
    void begin(double days, double ratio) {
        first = days;
        logRatio = Math.log(ratio);
        more = Math.expm1(logRatio);
    }

    /// How many times the horizon of the first day it is on a day; 1 before it, infinite from
    /// [#divergesOn] on.
    double growth(double day) {
        return Math.pow(
                2, GeometricSteps.steps(first, logRatio, more, Math.max(0, day - firstDay)));
    }

    /// The day on which a horizon has come to a length; the first day for what it has passed.
    ///
    /// @param minutes horizon on the first day, above 0
    double reaches(double minutes, double target) {
        return firstDay + Math.max(0, daysTo(minutes, target));
    }

    /// Days from the first day until a horizon has come to a length; below 0 for what it would have
    /// passed before, had its doublings always gone by that ratio.
    double daysTo(double minutes, double target) {
        return GeometricSteps.total(first, logRatio, Math.log(target / minutes) / LN_2);
    }

    /// The day on which infinitely many doublings are done; infinite unless each is faster than the
    /// one before.
    double divergesOn() {
        return firstDay + GeometricSteps.limit(first, logRatio);
    }
}
