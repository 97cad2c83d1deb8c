package rubicon.simulator.scenario.capabilityindex;

import static rubicon.simulator.scenario.capabilityindex.IndexTables.DAYS;
import static rubicon.simulator.scenario.capabilityindex.IndexTables.POINTS;

import java.time.LocalDate;
import java.util.List;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;

/// The words of the model `capability-index`: what it asks, takes and leaves out.
final class CapabilityIndexDescription {
    private static final String EPOCH = "Epoch AI's Capabilities Index";
    private static final Domain.Real QUANTILE = new Domain.Real(0.001, 0.999);

    static final Parameter LOW_ANCHOR =
            Parameters.name(
                            "lowAnchor",
                            "–",
                            "The model that has 130 points.",
                            IndexTables.LOW,
                            EPOCH)
                    .asSetting();
    static final Parameter HIGH_ANCHOR =
            Parameters.name(
                            "highAnchor",
                            "–",
                            "The model that has 150 points.",
                            IndexTables.HIGH,
                            EPOCH)
                    .asSetting();
    static final Parameter FROM =
            Parameters.day(
                            "from",
                            "t₀",
                            "First day of the frontier's line.",
                            DAYS,
                            LocalDate.of(2023, 1, 1),
                            Origin.OURS,
                            "all of the table; try 2024-09-12, where it would break best")
                    .asSetting();
    static final Parameter KNOWN_TO =
            Parameters.day(
                            "knownTo",
                            "T",
                            "Until this day the table is known; the projection begins there.",
                            DAYS,
                            LocalDate.of(2025, 10, 7),
                            Origin.SOURCE,
                            "the newest model at the table's frontier")
                    .asSetting();
    static final Parameter LEVEL_AT =
            quantile("levelAt", "u₁", "Where in its distribution the height of the line lies.");
    static final Parameter SLOPE_AT =
            quantile("slopeAt", "u₂", "Where in its distribution the slope of the line lies.");
    static final Parameter PACE =
            Parameters.number(
                            "pace",
                            "×",
                            "×",
                            "By what the line's slope changes from the last day known on.",
                            new Domain.Real(0.01, 100, Scale.LOG),
                            1,
                            Origin.OURS,
                            "as before. Prior: at its sharpest break, in September 2024, this line"
                                    + " became 1.46 times as steep; as much up or down is its central"
                                    + " 80 %")
                    .believed(LogNormal.ofInterval(1 / 1.46, 1.46, LogNormal.Z_80));
    static final Parameter TARGET =
            Parameters.number(
                            "target",
                            "I*",
                            "points",
                            "Index whose date is asked.",
                            POINTS,
                            160,
                            Origin.OURS,
                            "half as far above GPT-5 as that is above Claude 3.5 Sonnet")
                    .asSetting();
    static final Parameter SCORE_TARGET =
            Parameters.number(
                            "scoreTarget",
                            "y*",
                            "share",
                            "Score of which the date is asked for each benchmark.",
                            new Domain.Real(0.01, 0.99),
                            0.9,
                            Origin.OURS,
                            "when a benchmark tells models apart no longer")
                    .asSetting();
    static final Parameter NEW_RELEASED =
            Parameters.day(
                            "newReleased",
                            "t",
                            "When the model that is not in the table came out.",
                            DAYS,
                            LocalDate.of(2026, 2, 1),
                            Origin.OURS,
                            "as made up as its scores")
                    .asSetting();
    static final Parameter END =
            Parameters.day(
                            "end",
                            "d",
                            "End of the curve.",
                            DAYS,
                            LocalDate.of(2029, 1, 1),
                            Origin.OURS,
                            "about as long as the table reaches back")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("capability-index"),
                    "Capability index",
                    "Where do models and benchmarks lie on one scale, what would a new model's"
                            + " scores make of it, and when is the frontier further?",
                    "3",
                    List.of(
                            IndexTables.MODELS,
                            IndexTables.BENCHMARKS,
                            LOW_ANCHOR,
                            HIGH_ANCHOR,
                            IndexTables.NEW_SCORES,
                            NEW_RELEASED,
                            FROM,
                            KNOWN_TO,
                            LEVEL_AT,
                            SLOPE_AT,
                            PACE,
                            IndexTables.TARGETS,
                            TARGET,
                            SCORE_TARGET,
                            END),
                    CapabilityIndexOutputs.all(),
                    List.of(
                            "Epoch AI, benchmark-stitching, and Ho et al., A Rosetta Stone for AI"
                                    + " benchmarks (2025): scores, scale, frontier",
                            "The place of one model among benchmarks that are held, and the"
                                    + " projection, are this project's"),
                    List.of(
                            "Every fit places all anew; places of two fits are no one table.",
                            "A new model is placed among benchmarks that stay; a real fit would move"
                                    + " them too.",
                            "Epoch's ridge makes the frontier steeper by more than half than a soft"
                                    + " one does.",
                            "A straight line in the index is a choice: its unit is set by two"
                                    + " models.",
                            "Capability is what these benchmarks have in common, and nothing says"
                                    + " that it is what matters."));

    private CapabilityIndexDescription() {}

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
