package rubicon.simulator.scenario.speedrunledger;

import static rubicon.simulator.scenario.speedrunledger.LedgerTable.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The words of the model `speedrun-ledger`: what it asks, takes and leaves out.
final class SpeedrunLedgerDescription {
    static final String LOWER = "lower";
    static final String HIGHER = "higher";
    static final String JONES = "jones";
    static final String MEAN_STEP = "mean-step";
    static final String TIME = "time";

    private static final String LOOSE =
            "Jeffreys' prior, but for the week that keeps it proper: nearly nothing is believed before";
    private static final Domain.Real QUANTILE = new Domain.Real(0.001, 0.999);

    static final Parameter BETTER =
            Parameters.choice(
                            "better",
                            "–",
                            "Whether lower or higher values are better.",
                            "the speedrun counts minutes",
                            LOWER,
                            HIGHER)
                    .asSetting();
    static final Parameter DEEP =
            Parameters.number(
                            "deep",
                            "δ",
                            "share",
                            "What one idea must remove of the value to be called deep.",
                            new Domain.Real(0.001, 0.9),
                            RecordChain.DEEP,
                            Origin.OURS,
                            "Muon removed 21 %, U-Net connections 8 %, steps of AI about 1 %")
                    .asSetting();
    static final Parameter SINCE =
            Parameters.day(
                            "since",
                            "t₀",
                            "Beginning of the recent part, from which rates and shares are read.",
                            DAYS,
                            LocalDate.of(2025, 9, 1),
                            Origin.OURS,
                            "the month of the first record by AI")
                    .asSetting();
    static final Parameter KNOWN_TO =
            Parameters.day(
                            "knownTo",
                            "T",
                            "Until this day the ledger is known; the projection begins there.",
                            DAYS,
                            LocalDate.of(2026, 8, 11),
                            Origin.SOURCE,
                            "when this version's copy of the ledger was stated")
                    .asSetting();
    static final Parameter SKIP =
            new Parameter(
                            "skip",
                            "–",
                            "steps",
                            "First steps that are counted and not fitted: beginnings are easy.",
                            new Domain.Whole(0, 100),
                            new Value.Whole(0),
                            Optional.empty(),
                            Origin.OURS,
                            "none; try 5")
                    .asSetting();
    static final Parameter PRIOR_STEPS =
            Parameters.number(
                    "priorSteps",
                    "a",
                    "records",
                    "Records as it were seen before the recent part, of each kind.",
                    new Domain.Real(0.01, 1_000, Scale.LOG),
                    0.5,
                    Origin.OURS,
                    LOOSE);
    static final Parameter PRIOR_YEARS =
            Parameters.number(
                    "priorYears",
                    "b",
                    "years",
                    "In how much time those.",
                    new Domain.Real(0.001, 1_000, Scale.LOG),
                    0.02,
                    Origin.OURS,
                    LOOSE);
    static final Parameter LAW =
            Parameters.choice(
                            "law",
                            "–",
                            "How far the coming records go: each less than the one before, as far"
                                    + " as the recent ones, or a straight line in time.",
                            "Bloom, Jones, Van Reenen and Webb, Are ideas getting harder to find?"
                                    + " (2020), for the first; it fits this ledger best",
                            JONES,
                            MEAN_STEP,
                            TIME)
                    .asSetting();
    static final Parameter PACE =
            Parameters.number(
                    "pace",
                    "×",
                    "×",
                    "By what the rate of records changes from the last day known on: more who try,"
                            + " or fewer.",
                    new Domain.Real(0.01, 100, Scale.LOG),
                    1,
                    Origin.OURS,
                    "as in the recent part");
    static final Parameter AI_GROWTH =
            Parameters.number(
                    "aiGrowth",
                    "g",
                    "1/year",
                    "By how much the log odds that a record is AI's rise a year.",
                    new Domain.Real(-5, 5),
                    0,
                    Origin.OURS,
                    "five records are too few for a trend; 1.4 would quadruple the odds in a year");
    static final Parameter RATE_AT =
            quantile(
                    "rateAt",
                    "u₁",
                    "Where in its distribution the rate of records lies; one half is its median.");
    static final Parameter COUNT_AT =
            quantile(
                    "countAt",
                    "u₂",
                    "Where in its distribution the number of records lies, given their rate.");
    static final Parameter LAW_AT =
            quantile("lawAt", "u₃", "Where in its distribution the slope of the law lies.");
    static final Parameter AI_SHARE_AT =
            quantile(
                    "aiShareAt", "u₄", "Where in its distribution AI's share of the records lies.");
    static final Parameter AHEAD =
            Parameters.number(
                            "ahead",
                            "τ",
                            "years",
                            "How far ahead is asked.",
                            new Domain.Real(0.01, 30),
                            1,
                            Origin.OURS,
                            "a year")
                    .asSetting();
    static final Parameter TARGET =
            Parameters.number(
                            "target",
                            "v*",
                            "1",
                            "Value whose date is asked, in the ledger's unit.",
                            LedgerTable.VALUES,
                            1,
                            Origin.OURS,
                            "a minute: a forty-fifth of the beginning")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("speedrun-ledger"),
                    "Speedrun ledger",
                    "Who improves a ledger of records, how deep, by which law, and how does it go"
                            + " on?",
                    "2",
                    List.of(
                            LedgerTable.RECORDS,
                            BETTER,
                            DEEP,
                            SINCE,
                            KNOWN_TO,
                            SKIP,
                            PRIOR_STEPS,
                            PRIOR_YEARS,
                            LAW,
                            PACE,
                            AI_GROWTH,
                            RATE_AT,
                            COUNT_AT,
                            LAW_AT,
                            AI_SHARE_AT,
                            AHEAD,
                            TARGET),
                    SpeedrunLedgerOutputs.all(),
                    List.of(
                            "Keller Jordan and contributors, modded-nanogpt: the records",
                            "Tom Cunningham, ai-discovery-data: who is credited",
                            "Bloom, Jones, Van Reenen and Webb, Are ideas getting harder to find?,"
                                    + " 2020: the power law",
                            "Chaining over re-timings, depth and projection are this project's"),
                    List.of(
                            "A ledger keeps extremes: a flattening line mixes harder problems with"
                                    + " fewer who try. It is no returns to research.",
                            "Who is credited is a judgement and in no interval.",
                            "Records come in bursts; a Poisson process with one rate is told more"
                                    + " certainly than they are.",
                            "AI's records are counted, not weighed: how deep they will be is not"
                                    + " told.",
                            "Nothing bounds the value from below: no law knows the hardware."));

    private SpeedrunLedgerDescription() {}

    private static Parameter quantile(String name, String symbol, String meaning) {
        return Parameters.number(
                        name,
                        symbol,
                        "1",
                        meaning,
                        QUANTILE,
                        0.5,
                        Origin.OURS,
                        "the median; a simulation draws all of it")
                .believed(new Uniform(QUANTILE.min(), QUANTILE.max()));
    }
}
