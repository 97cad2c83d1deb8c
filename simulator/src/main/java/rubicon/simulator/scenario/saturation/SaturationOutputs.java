package rubicon.simulator.scenario.saturation;

import static rubicon.simulator.scenario.Output.Shape.DAYS;
import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.TEXTS;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `saturation` answers.
final class SaturationOutputs {
    private static final double ORIGIN = 2026;
    private static final String SHARE = "share";
    private static final String PROBABILITY = "probability";

    private SaturationOutputs() {}

    static List<Output> all() {
        String methods = "methods";
        String curve = "curveDates";
        String dates = "dates";
        return List.of(
                one("records", "1", "Scores above all before them."),
                one("saturation", SHARE, "How much of the way to the ceiling is gone.")
                        .exceeding(0.9),
                one("rate", "1/year", "k: slope of the logit."),
                year("midpointYear", "When half of the way is gone."),
                one(
                                "tenToNinetyYears",
                                "years",
                                "From a tenth of the way to nine; infinite if flat.")
                        .exceeding(2.0, 3.0),
                one("misfit", SHARE, "Root mean square distance of the records from the curve."),
                year(
                                "targetDate",
                                "When the curve has the score asked for; not before it was"
                                        + " known, infinite for a score that is not below the ceiling.")
                        .exceeding(2027.0, 2028.0, 2029.0, 2030.0),
                Output.along("targets", "targetYear", "year", "The same for each score.")
                        .from(ORIGIN),
                Output.along(dates, "scoreAt", SHARE, "The curve's score on each day."),
                Output.one(curve, "date", DAYS, "Days along which the curves run."),
                Output.along(curve, "scoreCurve", SHARE, "The curve."),
                Output.along(curve, "nextLow", SHARE, "10 % point of a next record."),
                Output.along(curve, "nextHigh", SHARE, "90 % point of a next record."),
                Output.one(methods, "1", TEXTS, "The ways to lay a curve."),
                Output.along(methods, "methodRate", "1/year", "k by each, at its middle."),
                Output.along(methods, "methodMidpoint", "year", "When half of the way is gone.")
                        .from(ORIGIN),
                Output.along(
                                methods,
                                "methodTargetDate",
                                "year",
                                "When the score asked for is there.")
                        .from(ORIGIN),
                Output.along(
                        dates,
                        "nextAbove",
                        PROBABILITY,
                        "That a next record of that day is above the score asked for; ceilings"
                                + " alike."),
                windowYear(
                        "windowP10", "By when it is seen with 10 %, by the most hopeful ceiling."),
                windowYear("windowP50Least", "The same with one half."),
                windowYear("windowP50Most", "By the most doubtful ceiling."),
                windowYear("windowP90", "The same with 90 %, by the most doubtful ceiling."),
                Output.along(
                        dates,
                        "targetBy",
                        PROBABILITY,
                        "That it is seen by then, since it was not yet; windows by their weights."),
                Output.along(dates, "targetByLeast", PROBABILITY, "By the most doubtful of all."),
                Output.along(dates, "targetByMost", PROBABILITY, "By the most hopeful."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }

    private static Output year(String name, String meaning) {
        return one(name, "year", meaning).from(ORIGIN);
    }

    private static Output windowYear(String name, String meaning) {
        return Output.along("windows", name, "year", meaning).from(ORIGIN);
    }
}
