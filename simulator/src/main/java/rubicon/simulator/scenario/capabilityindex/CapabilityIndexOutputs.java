package rubicon.simulator.scenario.capabilityindex;

import static rubicon.simulator.scenario.Output.Shape.DAYS;
import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.TABLE;
import static rubicon.simulator.scenario.Output.Shape.TEXTS;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `capability-index` answers.
final class CapabilityIndexOutputs {
    private static final double ORIGIN = 2025;
    private static final String POINTS = "points";
    private static final String PER_YEAR = "points/year";

    private CapabilityIndexOutputs() {}

    static List<Output> all() {
        return List.of(
                one("pointsPerUnit", POINTS, "Points of a step of 1 on the scale."),
                Output.along("models", "index", POINTS, "Index of each model."),
                Output.along(
                        "benchmarks", "difficultyIndex", POINTS, "Index that scores one half."),
                Output.along(
                        "benchmarks",
                        "bestScore",
                        "share",
                        "What the best model of the table is expected to score."),
                Output.one(
                        "scores",
                        "share",
                        TABLE,
                        "What each model is expected to score, a column a benchmark."),
                one("newCapability", "1", "Place of the new model."),
                one("newIndex", POINTS, "Its index.").exceeding(150.0, 155.0, 160.0),
                one("newIndexLow", POINTS, "The lowest without one of its scores."),
                one("newIndexHigh", POINTS, "The highest without one of them."),
                one("newMisfit", "share", "Root mean square distance of its scores."),
                Output.along(
                        "newScores", "newFitted", "share", "What it is expected to score there."),
                one("newAhead", POINTS, "How far it lies above the frontier's line on its day.")
                        .exceeding(0.0),
                one("newAheadMonths", "months", "In how much time the line rises so far."),
                Output.one("frontier", "1", TEXTS, "Models that were ahead of all before them."),
                one("pointsPerYear", PER_YEAR, "Slope of the line through them."),
                one("pointsPerYearLow", PER_YEAR, "Lower end of its 80 %."),
                one("pointsPerYearHigh", PER_YEAR, "Upper end."),
                one("r2", "share", "What the line explains."),
                one("breakYear", "year", "Where two lines would leave least.").from(ORIGIN),
                one("pointsPerYearBefore", PER_YEAR, "Slope before that break."),
                one("pointsPerYearAfter", PER_YEAR, "Slope after it."),
                one("targetDate", "year", "When the line has the index asked for.")
                        .from(ORIGIN)
                        .exceeding(2026.0, 2027.0, 2028.0, 2029.0),
                Output.along("targets", "targetYear", "year", "The same for each index.")
                        .from(ORIGIN),
                Output.along(
                                "benchmarks",
                                "scoreYear",
                                "year",
                                "When the frontier is expected to have the score asked for.")
                        .from(ORIGIN),
                Output.one("curveDates", "date", DAYS, "Days along which the curve runs."),
                Output.along("curveDates", "indexCurve", POINTS, "The line."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }
}
