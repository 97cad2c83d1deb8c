package rubicon.simulator.scenario.researchloop;

import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.REALS;
import static rubicon.simulator.scenario.Output.Shape.TEXT;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `research-loop` answers.
final class ResearchLoopOutputs {
    private static final String SHARE = "share";

    private ResearchLoopOutputs() {}

    static List<Output> all() {
        return List.of(
                one("cycleHours", "h", "From the start of a pass to its end."),
                one("baseCycleHours", "h", "The same before AI."),
                one("latencySpeedup", "×", "How many times faster one pass is."),
                one("throughputPerDay", "1/day", "Passes a day of all lines together."),
                one("baseThroughputPerDay", "1/day", "The same before AI."),
                one("throughputSpeedup", "×", "How many times more passes get done."),
                Output.one(
                        "binding",
                        "1",
                        TEXT,
                        "What holds the passes a day down: human, compute or parallel."),
                Output.one("baseBinding", "1", TEXT, "The same before AI."),
                Output.along("stages", "stageHours", "h", "Hours of each stage, now."),
                Output.one("bottleneckStage", "1", TEXT, "The stage that takes longest."),
                one("reviewShare", SHARE, "Part of people's hours that goes to review."),
                one("modelDoublings", "doublings", "The model's view: doublings of its horizon."),
                one("researcherUplift", "×", "The researcher's view: all tasks together."),
                one(
                        "researcherLimit",
                        "×",
                        "The same if all that is sped up took no time; infinite if all is."),
                Output.along(
                        "tasks",
                        "residualShares",
                        SHARE,
                        "Part of the time that each task takes now: the largest is the new"
                                + " bottleneck."),
                one("labPace", "×", "The lab's view: its software progress."),
                one("overallPace", "×", "The same for all progress."),
                one("economyFactor", "×", "The economy's view: its productivity."),
                one("weakLinkOutput", "people", "What people and AI give together."),
                one("weakLinkSpeedup", "×", "The same over that of the people alone."),
                Output.one(
                        "weakLinkRegime",
                        "1",
                        TEXT,
                        "Whether there is more AI than its tasks need: ai-abundant or ai-scarce."),
                one("weakLinkLimit", "×", "The speed-up with endless AI."),
                Output.one("aiLabourCurve", "people", REALS, "AI's labour along the curve."),
                Output.along("aiLabourCurve", "weakLinkCurve", "×", "Speed-up with so much of AI."),
                one("budgetSpeedup", "×", "What the budget buys over people alone."),
                one("budgetOutput", "1", "Output that the budget buys."),
                one(
                        "aiSpendShare",
                        SHARE,
                        "Part of the budget that goes to AI; it falls as AI gets cheaper where"
                                + " tasks are complements."),
                one("countShare", SHARE, "Tasks automated by half or more."),
                one("timeShare", SHARE, "Automation weighted by hours."),
                one("costShare", SHARE, "Automation weighted by cost."),
                one("valueShare", SHARE, "Automation weighted by value."),
                one("boundFromTime", "×", "Speed-up if the share of time took none."),
                one("boundFromCost", "×", "The same from the share of cost."),
                one("index", "1", "Automation index, in which weak categories weigh most."),
                one("indexLow", "1", "Lower end of its 80 % interval."),
                one("indexHigh", "1", "Upper end; may lie above 1."),
                one("arithmeticMean", "1", "Plain mean of the same scores."),
                Output.one("weakestCategory", "1", TEXT, "The category with the lowest score."),
                Output.along(
                        "categories",
                        "elasticities",
                        "1",
                        "Per cent by which the index moves with a per cent of each score."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }
}
