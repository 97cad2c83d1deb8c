package rubicon.simulator.scenario.timehorizon;

import static rubicon.simulator.scenario.timehorizon.HorizonTables.BY;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.DATES;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.LENGTH;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.TARGETS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.DOUBLING_DAYS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.DOUBLING_RATIO;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.HORIZON_DAY;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.LENGTHS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.RATE;

import java.time.LocalDate;
import java.util.List;
import rubicon.model.horizon.LogisticCurve;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Workspace;

/// How the horizon of a curve of success goes on, in place.
final class HorizonCourse {
    private static final double DAY = 480;
    private static final double WEEK = 2_400;
    private static final double HUNDRED_HOURS = 6_000;
    private static final double MONTH = 10_020;

    private final Course course;
    private final double rate;
    private final double[] lengths;
    private final double[] targets;
    private final double[] dates;
    private final double[] curve;
    private final Place doublingDays;
    private final Place doublingRatio;
    private final Result[] ones;
    private final Result success;
    private final Result targetYear;
    private final Result targetYearAtRate;
    private final Result horizonAt;
    private final Result horizonAtRateAt;
    private final Result horizonCurve;
    private final Result horizonCurveAtRate;

    HorizonCourse(Workspace workspace, List<LocalDate> curveDates) {
        var given = workspace.given();
        this.course = new Course(given.day(HORIZON_DAY).toEpochDay());
        this.rate = given.real(RATE);
        this.lengths = given.reals(LENGTHS).stream().mapToDouble(it -> it).toArray();
        this.targets = given.rows(TARGETS).stream().mapToDouble(it -> it.real(LENGTH)).toArray();
        this.dates =
                given.rows(DATES).stream().mapToDouble(it -> it.day(BY).toEpochDay()).toArray();
        this.curve = curveDates.stream().mapToDouble(LocalDate::toEpochDay).toArray();
        this.doublingDays = workspace.number(DOUBLING_DAYS);
        this.doublingRatio = workspace.number(DOUBLING_RATIO);
        this.ones =
                workspace.ones(
                        "horizon50",
                        "horizonAtRate",
                        "intercept",
                        "coefficient",
                        "rateLagDays",
                        "dayYear",
                        "weekYear",
                        "hundredHoursYear",
                        "monthYear",
                        "monthYearAtRate",
                        "divergesYear");
        this.success = workspace.list("success", lengths.length);
        this.targetYear = workspace.list("targetYear", targets.length);
        this.targetYearAtRate = workspace.list("targetYearAtRate", targets.length);
        this.horizonAt = workspace.list("horizonAt", dates.length);
        this.horizonAtRateAt = workspace.list("horizonAtRateAt", dates.length);
        this.horizonCurve = workspace.list("horizonCurve", curve.length);
        this.horizonCurveAtRate = workspace.list("horizonCurveAtRate", curve.length);
    }

    /// Follows a horizon.
    ///
    /// @param now at one half, in minutes, above 0
    /// @param intercept, coefficient of the [LogisticCurve]
    void follow(double now, double intercept, double coefficient) {
        course.begin(doublingDays.value(), doublingRatio.value());
        double atRate = LogisticCurve.horizonMinutes(intercept, coefficient, rate);
        ones[0].set(now);
        ones[1].set(atRate);
        ones[2].set(intercept);
        ones[3].set(coefficient);
        ones[4].set(course.daysTo(atRate, now));
        ones[5].set(Dates.year(course.reaches(now, DAY)));
        ones[6].set(Dates.year(course.reaches(now, WEEK)));
        ones[7].set(Dates.year(course.reaches(now, HUNDRED_HOURS)));
        ones[8].set(Dates.year(course.reaches(now, MONTH)));
        ones[9].set(Dates.year(course.reaches(atRate, MONTH)));
        ones[10].set(Dates.year(course.divergesOn()));
        for (int i = 0; i < lengths.length; i++) {
            success.set(i, LogisticCurve.success(intercept, coefficient, lengths[i]));
        }
        for (int i = 0; i < targets.length; i++) {
            targetYear.set(i, Dates.year(course.reaches(now, targets[i])));
            targetYearAtRate.set(i, Dates.year(course.reaches(atRate, targets[i])));
        }
        along(dates, now, horizonAt, atRate, horizonAtRateAt);
        along(curve, now, horizonCurve, atRate, horizonCurveAtRate);
    }

    private void along(
            double[] days, double now, Result half, double minutesAtRate, Result atRate) {
        for (int i = 0; i < days.length; i++) {
            double growth = course.growth(days[i]);
            half.set(i, now * growth);
            atRate.set(i, minutesAtRate * growth);
        }
    }
}
