package rubicon.simulator.scenario.scurves;

import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.REALS;
import static rubicon.simulator.scenario.Output.Shape.TEXTS;
import static rubicon.simulator.scenario.Output.Shape.WHOLE;
import static rubicon.simulator.scenario.Output.Shape.WHOLES;

import java.util.List;
import java.util.Optional;
import rubicon.simulator.scenario.Output;

/// What the model `s-curves` answers.
final class SCurvesOutputs {
    private static final String CATEGORIES = "categories";
    private static final String UNIT = "last year's progress";

    private SCurvesOutputs() {}

    static List<Output> all() {
        String years = "years";
        String positions = "positions";
        String generation = "generation";
        String axis = "intelligence";
        return List.of(
                Output.one(years, "year", WHOLES, "The years whose ends are marked."),
                Output.along(
                        years, "steepCount", CATEGORIES, "Categories on the steep part, of all."),
                Output.along(years, "earlySteepCount", CATEGORIES, "Of them in its first half."),
                Output.along(years, "aggregateGain", UNIT, "What all categories have gained."),
                Output.along(
                        years,
                        "meanSlope",
                        "share",
                        "Mean slope as a share of the greatest, over all categories."),
                Output.along(
                        years,
                        "pendingSinceYearBefore",
                        UNIT,
                        "What was gained since the year before, which no released model was built"
                                + " with yet; 0 in the first."),
                Output.along(
                        positions,
                        "shares",
                        "share",
                        "What each category has gained by the last"
                                + " year, of what it gives in all."),
                new Output(
                        "phases",
                        "1",
                        "Where each stands by the last year: not-started, early-steep, late-steep"
                                + " or saturated.",
                        TEXTS,
                        Optional.of(positions)),
                one(
                                "lastSteepCount",
                                CATEGORIES,
                                "Categories marked on the steep part at the end of the last year.")
                        .exceeding(5.0),
                one("lastEarlySteepCount", CATEGORIES, "Of them in its first half."),
                one("lastAggregateGain", UNIT, "What all categories have gained by then."),
                one("lastPending", UNIT, "What of it was gained in that year."),
                one("output", UNIT, "Intelligence of the AI that the present generation builds."),
                one("slope", "1", "What one more unit in returns out; super-critical above 1.")
                        .exceeding(1.0),
                one("supercritical", "1", "1 if the slope is above 1, else 0."),
                one(
                        "steepNow",
                        CATEGORIES,
                        "Curves in their steep part at the present generation."),
                one("earlySteepNow", CATEGORIES, "Of them in its first half."),
                one("saturatedNow", CATEGORIES, "Curves that are done."),
                one(
                        "pending",
                        UNIT,
                        "What the present generation adds and no released one was built with."),
                one("imminentIndex", "share", "The same as a share of all there is to gain.")
                        .exceeding(0.2),
                one("newlySteep", CATEGORIES, "Curves that became steep with this generation."),
                one("remaining", UNIT, "What is left to gain."),
                Output.along(
                        "curves",
                        "supercriticalFrom",
                        UNIT,
                        "Where each curve by itself begins to give back more than is put in;"
                                + " infinite if nowhere."),
                Output.along(
                        "curves", "supercriticalTo", UNIT, "Where it ends; −infinite if nowhere."),
                Output.one(generation, "generations", WHOLES, "Generations, the present one is 0."),
                Output.along(
                        generation, "path", UNIT, "Intelligence of each, built by the one before."),
                one("largestStep", UNIT, "The largest rise from one generation to the next."),
                Output.one(
                        "largestStepGeneration",
                        "generations",
                        WHOLE,
                        "The generation that makes it."),
                Output.one(axis, UNIT, REALS, "Intelligence along the curve."),
                Output.along(axis, "outputCurve", UNIT, "What is built with it."),
                Output.along(axis, "slopeCurve", "1", "What one more unit returns there."),
                Output.one(
                        "crossings",
                        UNIT,
                        REALS,
                        "Where a generation builds one like itself, without drift."),
                Output.one(
                        "crossingKinds",
                        "1",
                        TEXTS,
                        "Whether generations near a crossing move towards it (stable) or away"
                                + " (unstable)."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }
}
