package rubicon.simulator.scenario.timehorizon;

import java.time.LocalDate;
import rubicon.simulator.scenario.series.GeometricSteps;

/// How a horizon goes on: it doubles, and each doubling takes `ratio` times as long as the one
/// before. Of what lies before its first day it says nothing.
///
/// @param minutes horizon on the first day, above 0
/// @param firstDay counted from 1970-01-01
/// @param doublings in days
record Course(double minutes, double firstDay, GeometricSteps doublings) {
    private static final double LN_2 = Math.log(2);

    /// The horizon of a day; that of the first day before it, infinite from [#divergesOn] on.
    double at(LocalDate day) {
        return minutes * Math.pow(2, doublings.steps(Math.max(0, day.toEpochDay() - firstDay)));
    }

    /// The day on which the horizon has come to a length; the first day for what it has passed.
    double reaches(double target) {
        return firstDay + Math.max(0, daysTo(target));
    }

    /// Days from the first day until the horizon has come to a length; below 0 for what it would
    /// have passed before, had its doublings always gone by that ratio.
    double daysTo(double target) {
        return doublings.total(Math.log(target / minutes) / LN_2);
    }

    /// The day on which infinitely many doublings are done; infinite unless each is faster than the
    /// one before.
    double divergesOn() {
        return firstDay + doublings.limit();
    }

    /// The same course of another horizon.
    Course of(double otherMinutes) {
        return new Course(otherMinutes, firstDay, doublings);
    }
}
