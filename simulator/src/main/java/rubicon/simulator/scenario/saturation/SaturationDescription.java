package rubicon.simulator.scenario.saturation;

import static rubicon.simulator.scenario.saturation.ScoreTables.DAYS;
import static rubicon.simulator.scenario.saturation.ScoreTables.SHARES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.UncertainCeiling;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The words of the model `saturation`: what it asks, takes and leaves out.
final class SaturationDescription {
    static final String BAYES = "bayes";
    static final String LOGIT_LINE = "logit-line";
    static final String LOGISTIC = "logistic";

    private static final Domain.Real QUANTILE = new Domain.Real(0.001, 0.999);

    static final Parameter FLOOR =
            Parameters.number(
                            "floor",
                            "–",
                            "share",
                            "What chance alone reaches.",
                            new Domain.Real(0, 0.9),
                            0,
                            Origin.OURS,
                            "nobody wins a medal by chance")
                    .asSetting();
    static final Parameter CEILING =
            Parameters.number(
                            "ceiling",
                            "c",
                            "share",
                            "What no score can pass: errors of the benchmark itself leave it.",
                            new Domain.Real(0.05, 1),
                            0.96,
                            Origin.OURS,
                            "benchmarks with 2 to 6 % of wrong labels, such as ImageNet; of this"
                                    + " one nobody measured it")
                    .believed(new Uniform(0.94, 0.98));
    static final Parameter METHOD =
            Parameters.choice(
                            "method",
                            "–",
                            "How the curve is laid: with a prior on its slope, as a line through"
                                    + " logits, or by least squares on the scores.",
                            "few points want a prior",
                            BAYES,
                            LOGIT_LINE,
                            LOGISTIC)
                    .asSetting();
    static final Parameter PRIOR_SLOPE =
            Parameters.number(
                    "priorSlope",
                    "k₀",
                    "1/year",
                    "Slope of the logit that is expected before any score.",
                    new Domain.Real(0.01, 50, Scale.LOG),
                    BayesFit.Prior.DEFAULT.slope(),
                    Origin.OURS,
                    "from a tenth to nine tenths in 2.9 years");
    static final Parameter PRIOR_PRECISION =
            Parameters.number(
                    "priorPrecision",
                    "Λ₀",
                    "year²",
                    "How strongly that is believed, beside the residual variance.",
                    new Domain.Real(0.0001, 1_000, Scale.LOG),
                    BayesFit.Prior.DEFAULT.slopePrecision(),
                    Origin.OURS,
                    "loosely: as a year apart weighs a quarter");
    static final Parameter LEVEL_AT =
            quantile("levelAt", "u₁", "Where in its distribution the height of the curve lies.");
    static final Parameter SLOPE_AT =
            quantile("slopeAt", "u₂", "Where in its distribution the slope of the curve lies.");
    static final Parameter CEILINGS =
            new Parameter(
                            "ceilings",
                            "c_j",
                            "share",
                            "Ceilings that the windows' forecasts believe alike; those that a score"
                                    + " has reached drop out.",
                            new Domain.Reals(0.05, 1, 1, 20),
                            new Value.Reals(UncertainCeiling.DEFAULT),
                            Optional.empty(),
                            Origin.OURS,
                            "as the prior of the ceiling, in five steps")
                    .asSetting();
    static final Parameter TARGET =
            Parameters.number(
                            "target",
                            "y*",
                            "share",
                            "Score whose date and chances are asked.",
                            SHARES,
                            0.9,
                            Origin.OURS,
                            "when a benchmark tells models apart no longer")
                    .asSetting();
    static final Parameter KNOWN_TO =
            Parameters.day(
                            "knownTo",
                            "T",
                            "Until this day no higher score was seen.",
                            DAYS,
                            LocalDate.of(2026, 2, 26),
                            Origin.SOURCE,
                            "this version's copy of the leaderboard")
                    .asSetting();
    static final Parameter END =
            Parameters.day(
                            "end",
                            "d",
                            "End of the curves.",
                            DAYS,
                            LocalDate.of(2029, 1, 1),
                            Origin.OURS,
                            "by then the curve is flat")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("saturation"),
                    "Saturation",
                    "When does a bounded benchmark reach its ceiling, and how sure is that?",
                    "2",
                    List.of(
                            ScoreTables.SCORES,
                            FLOOR,
                            CEILING,
                            METHOD,
                            PRIOR_SLOPE.onlyFor(METHOD, BAYES),
                            PRIOR_PRECISION.onlyFor(METHOD, BAYES),
                            LEVEL_AT.onlyFor(METHOD, BAYES, LOGIT_LINE),
                            SLOPE_AT.onlyFor(METHOD, BAYES, LOGIT_LINE),
                            CEILINGS,
                            ScoreTables.WINDOWS,
                            ScoreTables.TARGETS,
                            TARGET,
                            ScoreTables.DATES,
                            KNOWN_TO,
                            END),
                    SaturationOutputs.all(),
                    List.of(
                            "Owen, How predictable is language model benchmark performance?"
                                    + " (Epoch, 2024): sigmoids",
                            "Gelman et al., Bayesian Data Analysis: the conjugate line",
                            "OpenAI, MLE-bench (2024), and its leaderboard: the default scores",
                            "The prior slope, the five ceilings and the condition on silence are"
                                    + " this project's"),
                    List.of(
                            "Nothing says that the way to a ceiling is symmetric about its middle.",
                            "A ceiling that nobody measured is a guess; a score above it refutes"
                                    + " the ceiling, not the score.",
                            "Records depend on each other: intervals are too narrow.",
                            "A benchmark may be left before it is full, and its last scores come"
                                    + " from who still cares.",
                            "Scores of several scaffolds are joined into one series of records."));

    private SaturationDescription() {}

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
