package rubicon.simulator.scenario.speedrunledger;

import static rubicon.simulator.scenario.Output.Shape.DAYS;
import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.TEXTS;
import static rubicon.simulator.scenario.Output.Shape.WHOLE;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `speedrun-ledger` answers.
final class SpeedrunLedgerOutputs {
    private static final String SHARE = "share";
    private static final String NATS = "nat";

    private SpeedrunLedgerOutputs() {}

    static List<Output> all() {
        String actors = "actors";
        String depths = "depths";
        String steps = "stepDates";
        String curve = "curveDates";
        return List.of(
                whole("steps", "Records after the first row."),
                one("totalGain", NATS, "Σ ln(before/after) over them, re-timings left out."),
                one("rawGain", NATS, "ln(first/last), as one would read it off the table."),
                one("factor", "×", "How many times better, by the chain."),
                whole("negativeSteps", "Records worse than a new baseline."),
                whole("stepsToHalf", "Fewest steps that make half of the gain."),
                one("gini", "1", "How unequal the steps are: 0 alike, near 1 one is all."),
                Output.one(actors, "1", TEXTS, "Who is credited."),
                Output.along(actors, "count", "records", "Records of each."),
                Output.along(actors, "countShare", SHARE, "Of all records."),
                Output.along(actors, "countLow", SHARE, "Lower end of its 95 % (Wilson)."),
                Output.along(actors, "countHigh", SHARE, "Upper end."),
                Output.along(actors, "gainShare", SHARE, "Of the total gain."),
                one(
                        "aiGainShareLow",
                        SHARE,
                        "Lower end of 95 % of AI's share of the gain, steps drawn anew."),
                one("aiGainShareHigh", SHARE, "Upper end."),
                Output.along(actors, "recentCount", "records", "Records of each since then."),
                Output.along(actors, "recentGainShare", SHARE, "Of the gain since then."),
                Output.along(
                        actors,
                        "ratePerYear",
                        "1/year",
                        "Expected records a year of each, Gamma and Poisson."),
                Output.along(
                        actors,
                        "chanceAhead",
                        "probability",
                        "That each has at least one more in the time ahead, at the changed pace."),
                one(
                        "deepAiChance",
                        "probability",
                        "That AI has a deep one in that time, by how many it had since then."),
                Output.one(depths, "1", TEXTS, "How far a step went."),
                Output.along(depths, "depthCount", "records", "Records of each depth."),
                Output.along(depths, "depthShare", SHARE, "Of the total gain."),
                one("elasticity", "1", "Slope of Σ gain over ln n (Jones)."),
                one("beta", "1", "One over it: how much harder ideas get."),
                one("jonesR2", SHARE, "What that line explains."),
                one("halvingDays", "days", "By the line in time."),
                one("timeR2", SHARE, "What that line explains."),
                one("decayExponent", "1", "Slope of ln step over ln n."),
                one("decayR2", SHARE, "What that line explains."),
                Output.one(steps, "date", DAYS, "Dates of the steps."),
                Output.along(steps, "gainSoFar", NATS, "Σ of the steps up to each."),
                one("rate", "1/year", "Records a year from the last day known on."),
                one("recordsAhead", "records", "Records in the time ahead."),
                one("gainAhead", NATS, "What they gain together."),
                one("factorAhead", "×", "How many times better it is then.")
                        .exceeding(1.1, 1.25, 1.5, 2.0),
                one("valueAhead", "1", "The value then, in the ledger's unit."),
                one("aiShareNow", SHARE, "Of the records, AI's, on the last day known."),
                one("aiShareThen", SHARE, "The same at the end of the time ahead.")
                        .exceeding(0.1, 0.25, 0.5),
                one("aiRecordsAhead", "records", "AI's records in the time ahead."),
                one("targetYear", "year", "When the value asked for is there.")
                        .from(2026)
                        .exceeding(2027.0, 2028.0, 2029.0, 2030.0),
                Output.one(curve, "date", DAYS, "Days of the time ahead."),
                Output.along(curve, "gainCurve", NATS, "Gain since the last day known."),
                Output.along(curve, "valueCurve", "1", "The value, in the ledger's unit."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }

    private static Output whole(String name, String meaning) {
        return Output.one(name, "records", WHOLE, meaning);
    }
}
