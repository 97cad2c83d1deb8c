package rubicon.simulator.scenario.timehorizon;

import static rubicon.simulator.scenario.Output.Shape.DAYS;
import static rubicon.simulator.scenario.Output.Shape.REAL;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `time-horizon` answers.
final class TimeHorizonOutputs {
    private static final double ORIGIN = 2026;

    private TimeHorizonOutputs() {}

    static List<Output> all() {
        String dates = "dates";
        String windows = "windows";
        String targets = "targets";
        String curve = "curveDates";
        String probability = "probability";
        return List.of(
                one("horizon50", "min", "Length of the tasks that succeed half of the time.")
                        .exceeding(960.0, 2_400.0, 6_000.0),
                one("horizonAtRate", "min", "Length of the tasks that succeed at the rate asked."),
                one("intercept", "1", "a: log odds of success at a task of a minute."),
                one("coefficient", "1", "b: their change per doubling of the length."),
                Output.along("lengths", "success", probability, "Chance of success by length."),
                one("meanScore", "share", "Weighted mean score of the tasks."),
                one("crossEntropy", "1", "How badly the curve fits the tasks; 0 is best."),
                one(
                        "rateLagDays",
                        "days",
                        "How much later a length succeeds at the rate asked than at one half; below 0"
                                + " where the rate is below one half."),
                year("dayYear", "When the horizon is a work day of 8 hours."),
                year("weekYear", "When it is a work week of 40 hours."),
                year("hundredHoursYear", "When it is 100 hours."),
                year("monthYear", "When it is a work month of 167 hours."),
                year("monthYearAtRate", "When a work month succeeds at the rate asked."),
                year(
                        "divergesYear",
                        "When infinitely many doublings are done; infinite unless each is faster"
                                + " than the one before."),
                Output.along(
                                targets,
                                "targetYear",
                                "year",
                                "When the horizon comes to each length; the first day if it has.")
                        .from(ORIGIN),
                Output.along(
                                targets,
                                "targetYearAtRate",
                                "year",
                                "When that length succeeds at the rate asked.")
                        .from(ORIGIN),
                Output.along(dates, "horizonAt", "min", "The horizon at one half on each day."),
                Output.along(dates, "horizonAtRateAt", "min", "That at the rate asked."),
                Output.one(curve, "date", DAYS, "Days along which the curves run."),
                Output.along(curve, "horizonCurve", "min", "The horizon at one half."),
                Output.along(curve, "horizonCurveAtRate", "min", "That at the rate asked."),
                Output.along(
                        windows,
                        "windowDoublingDays",
                        "days",
                        "Doubling time of the line of each window; below 0 where it falls."),
                Output.along(windows, "windowDoublingLow", "days", "Lower end of its 95 %."),
                Output.along(
                        windows,
                        "windowDoublingHigh",
                        "days",
                        "Upper end; infinite where the line may be flat."),
                Output.along(windows, "windowModels", "1", "Models on the line."),
                Output.along(windows, "windowR2", "share", "What the line explains."),
                windowYear("windowLineYear", "When the line has the target's height."),
                windowYear("windowP10", "By when a model above the target is seen with 10 %."),
                windowYear("windowP50", "The same with one half."),
                windowYear("windowP90", "The same with 90 %."),
                Output.along(
                        dates,
                        "targetBy",
                        probability,
                        "That a model above the target is seen by then, windows by their weights."),
                Output.along(dates, "targetByLeast", probability, "By the most doubtful window."),
                Output.along(dates, "targetByMost", probability, "By the most hopeful one."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }

    /// Of the years that it may exceed each is the chance that it is not there by its beginning.
    private static Output year(String name, String meaning) {
        return one(name, "year", meaning)
                .from(ORIGIN)
                .exceeding(2027.0, 2028.0, 2029.0, 2030.0, 2031.0);
    }

    private static Output windowYear(String name, String meaning) {
        return Output.along("windows", name, "year", meaning).from(ORIGIN);
    }
}
