package rubicon.simulator.scenario.applepicking;

import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.REALS;
import static rubicon.simulator.scenario.Output.Shape.TEXT;
import static rubicon.simulator.scenario.Output.Shape.WHOLES;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `apple-picking` answers.
final class ApplePickingOutputs {
    private static final String SHARE = "share";
    private static final String SPEND = "spend";

    private ApplePickingOutputs() {}

    static List<Output> all() {
        String spends = "agentSpends";
        String spendCurve = "spendCurve";
        String releases = "releases";
        String timeCurve = "timeCurve";
        String periods = "loopPeriods";
        return List.of(
                one("bottom", SHARE, "Apples left within the agents' reach, of all there were."),
                one("top", SHARE, "Apples left beyond it."),
                one("remaining", SHARE, "Apples left after the two spends."),
                one("progress", "1", "Index of progress, −ln of what is left."),
                one("ideas", "1", "Ideas found, the index to the power of 1/β."),
                one(
                        "elasticityPeople",
                        "1",
                        "Per cent more ideas for a per cent more of people's spend."),
                one(
                        "elasticityAgents",
                        "1",
                        "Per cent more ideas for a per cent more of agents' spend."),
                one(
                        "balance",
                        "1",
                        "Share within reach at which a unit of spend is worth as much with either;"
                                + " 1 or more where agents never are."),
                one(
                        "threshold",
                        SPEND,
                        "What agents get through before people take over; infinite if never."),
                one("agentBudget", SPEND, "Part of the budget that is best spent on agents."),
                one("humanBudget", SPEND, "Part of the budget that is best spent on people."),
                one("bestRemaining", SHARE, "Apples left by the best division."),
                one(
                        "effectiveReach",
                        SHARE,
                        "Share of what is left that agents reach where the comparison begins."),
                one("crossing", SPEND, "Equal spend at which people have caught up with agents."),
                one(
                        "humanEquivalentLimit",
                        SPEND,
                        "People's spend that does all that this generation ever will."),
                Output.along(
                        spends,
                        "humanEquivalent",
                        SPEND,
                        "People's spend that does what agents do with theirs."),
                one(
                        "jumpLimit",
                        "1",
                        "The largest jump of the index that this reach allows, however fast the"
                                + " agents; infinite at full reach."),
                one("permanentFactor", "×", "How many times faster all goes on at full reach."),
                Output.one(spendCurve, SPEND, REALS, "Spends along which the curves run."),
                Output.along(spendCurve, "peopleCurve", SHARE, "Apples left by people alone."),
                Output.along(
                        spendCurve,
                        "agentsCurve",
                        SHARE,
                        "Apples left by agents alone, of those left where they begin."),
                Output.along(spendCurve, "bestCurve", SHARE, "Apples left by the best division."),
                Output.along(
                        releases,
                        "shareAtRelease",
                        SHARE,
                        "Share of what was left that the generation reached; 0 if it came after"
                                + " the end."),
                Output.along(
                        releases,
                        "generationSpend",
                        SPEND,
                        "What was spent on the generation before people took over."),
                Output.along(
                        releases,
                        "switchTime",
                        "months",
                        "When people took over, or the next generation; infinite if the"
                                + " generation came after the end."),
                Output.along(
                        releases,
                        "jump",
                        "1",
                        "Rise of the index −ln R while the generation worked."),
                Output.along(
                        releases,
                        "jumpHumanEquivalent",
                        SPEND,
                        "People's spend that does as much as the jump."),
                Output.along(
                        releases,
                        "excessJump",
                        "1",
                        "The jump beyond what people had done with the same spend."),
                Output.one(timeCurve, "months", REALS, "Times along which the story is told."),
                Output.along(timeCurve, "remainingCurve", SHARE, "Apples left on one tree."),
                Output.along(timeCurve, "progressCurve", "1", "Index of progress of one tree."),
                Output.along(timeCurve, "totalCurve", "1", "Mean index of progress of all trees."),
                one(
                        "burstiness",
                        "1",
                        "Variation of the total's monthly steps, as a share of their mean."),
                one("largestMonth", SHARE, "The largest monthly step as a share of the whole."),
                Output.one("regime", "1", TEXT, "Where the closed loop leads."),
                one(
                        "activationPeriod",
                        "periods",
                        "When people alone have picked enough for agents to help."),
                one("asymptoticReach", "height", "Reach once the whole tree is picked."),
                one("fixedPoint", "height", "Reach that a soft loop approaches."),
                one(
                        "localGain",
                        "1",
                        "β·f(λ) at this generation's reach: above 1 a small rise of the reach"
                                + " makes a larger one."),
                Output.one(periods, "periods", WHOLES, "Periods of the closed loop."),
                Output.along(periods, "loopReach", "height", "Reach in each period."),
                Output.along(
                        periods,
                        "loopPicked",
                        SHARE,
                        "Apples picked by then; above 1 the reach is beyond the tree."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }
}
