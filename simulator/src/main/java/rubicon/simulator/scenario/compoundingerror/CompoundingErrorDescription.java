package rubicon.simulator.scenario.compoundingerror;

import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.WHOLE;
import static rubicon.simulator.scenario.Output.Shape.WHOLES;

import java.util.List;
import java.util.Optional;
import rubicon.model.stats.Beta;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The words of the model `compounding-error`: what it asks, takes, answers, and leaves out.
final class CompoundingErrorDescription {
    private static final String ESSAY = "Jack Clark, Import AI 455, 4 May 2026";
    private static final String PROBABILITY = "probability";
    private static final String COUNT = "generations";
    private static final Domain SHARE = new Domain.Real(0, 1);

    static final Parameter FIDELITY =
            new Parameter(
                    "fidelity",
                    "q",
                    PROBABILITY,
                    "Probability that one generation passes the alignment of its maker on.",
                    new Domain.Real(0.9, 0.999999),
                    new Value.Real(0.999),
                    Optional.of(new Beta(999, 1)),
                    Origin.SOURCE,
                    ESSAY + "; the prior is ours, with the essay's value as its mean");
    static final Parameter GENERATIONS =
            new Parameter(
                    "generations",
                    "n",
                    COUNT,
                    "Numbers of generations at which the chain is looked at.",
                    new Domain.Wholes(1, 10_000, 1_000),
                    new Value.Wholes(List.of(50L, 500L)),
                    Optional.empty(),
                    Origin.SOURCE,
                    ESSAY);
    static final Parameter TARGET =
            real(
                    "target",
                    "P",
                    PROBABILITY,
                    "Survival that is asked for, to find the fidelity it needs and how far ours goes.",
                    new Domain.Real(0.01, 0.999999),
                    0.95,
                    "a convention for what is called safe enough; set your own");
    static final Parameter DETECTION =
            real(
                    "detection",
                    "d",
                    PROBABILITY,
                    "Probability that one audit finds a generation that came out misaligned.",
                    SHARE,
                    0,
                    "no audit is assumed, as in the essay");
    static final Parameter AUDITS =
            whole("audits", "m", "audits", "Independent audits of each generation.", 0, 100, 1);
    static final Parameter FIX =
            real(
                    "fix",
                    "c",
                    "share",
                    "Share of what audits find that is put right before the next generation.",
                    SHARE,
                    1,
                    "what is found is assumed to be fixed");
    static final Parameter RECOVERY =
            real(
                    "recovery",
                    "ρ",
                    PROBABILITY,
                    "Probability per generation that a misaligned one is noticed later and replaced.",
                    new Domain.Real(0, 0.999999),
                    0,
                    "what is lost stays lost, as in the essay");
    static final Parameter GROWTH =
            real(
                    "growth",
                    "g",
                    "1",
                    "Factor on the error from one generation to the next:"
                            + " below 1 the technique is learnt, above 1 the task gets harder.",
                    new Domain.Real(0.9, 1.1),
                    1,
                    "a constant error, as in the essay");
    static final Parameter ERROR_ALPHA =
            real(
                    "errorAlpha",
                    "a",
                    "1",
                    "First parameter of the Beta distribution of the error: 1 + misses of an audit.",
                    new Domain.Real(0.01, 1_000_000),
                    1,
                    "with b = 999 the mean error is the essay's 1 − q = 0.001");
    static final Parameter ERROR_BETA =
            real(
                    "errorBeta",
                    "b",
                    "1",
                    "Second parameter of the Beta distribution of the error: 1 + passes of an audit.",
                    new Domain.Real(0.01, 1_000_000),
                    999,
                    "with a = 1 the mean error is the essay's 1 − q = 0.001");
    static final Parameter COMMON_SHARE =
            new Parameter(
                    "commonShare",
                    "κ",
                    "share",
                    "Share of failures that defeat all layers of assurance at once.",
                    SHARE,
                    new Value.Real(0),
                    Optional.of(new Uniform(0, 1)),
                    Origin.OURS,
                    "independent layers are the kindest assumption; nobody has measured the share");
    static final Parameter LAYERS =
            whole(
                    "layers",
                    "L",
                    "layers",
                    "Layers of assurance around each generation.",
                    1,
                    100,
                    1);

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("compounding-error"),
                    "Compounding error",
                    "Does an alignment technique survive many generations of models that make"
                            + " their successors?",
                    "2",
                    List.of(
                            FIDELITY,
                            GENERATIONS,
                            TARGET,
                            DETECTION,
                            AUDITS,
                            FIX,
                            RECOVERY,
                            GROWTH,
                            ERROR_ALPHA,
                            ERROR_BETA,
                            COMMON_SHARE,
                            LAYERS),
                    outputs(),
                    List.of(
                            ESSAY + ": survival of a chain with fidelity 0.999",
                            "Audits, recovery, drift, uncertainty and layers are this project's"
                                    + " generalisations, by Markov chains and common-cause"
                                    + " reliability as in textbooks of reliability"),
                    List.of(
                            "A generation is a modelling choice; it meets the calendar only through"
                                    + " the cadence of releases.",
                            "Alignment is all or nothing here, and generations fail independently"
                                    + " given the error.",
                            "No data measures the fidelity today: it comes from the user or from"
                                    + " audit statistics.",
                            "Each view changes one thing about the plain chain; they do not"
                                    + " compound with each other."));

    private CompoundingErrorDescription() {}

    private static List<Output> outputs() {
        String asked = GENERATIONS.name();
        String curve = "curveGenerations";
        return List.of(
                share(asked, "survival", "Survival of the plain chain, q^n."),
                Output.one("halfLife", COUNT, REAL, "Generations until survival is one half."),
                share(
                        asked,
                        "requiredFidelity",
                        "Fidelity with which n generations just survive"
                                + " with the target's probability."),
                Output.one(
                        "maxGenerations",
                        COUNT,
                        WHOLE,
                        "Most generations whose survival is at least the target."),
                Output.one(
                        "exactGenerations",
                        COUNT,
                        REAL,
                        "Generations at which survival equals the target, not rounded."),
                Output.one(
                        "netError",
                        PROBABILITY,
                        REAL,
                        "Error of one generation that its audits leave."),
                Output.one(
                        "stationary",
                        PROBABILITY,
                        REAL,
                        "Aligned share in the long run, with audits and recovery."),
                share(
                        asked,
                        "aligned",
                        "Aligned share after n generations, with audits and recovery."),
                Output.one(
                        "meanFirstFailure",
                        COUNT,
                        REAL,
                        "Mean number of generations up to the first misaligned one."),
                share(
                        asked,
                        "driftSurvival",
                        "Survival with an error that changes by the factor g per generation."),
                Output.one(
                        "driftLimit",
                        PROBABILITY,
                        REAL,
                        "Survival of a chain without end under that drift."),
                share(
                        asked,
                        "uncertainSurvival",
                        "Mean survival over the Beta distribution of the error."),
                share(
                        asked,
                        "plugInSurvival",
                        "Survival if the error were exactly the mean of that distribution."),
                share(
                        asked,
                        "unluckySurvival",
                        "Survival that only one in twenty draws of the"
                                + " error falls below (5 % quantile)."),
                Output.one(
                        "layeredFidelity",
                        PROBABILITY,
                        REAL,
                        "Fidelity of one generation behind all layers."),
                share(asked, "layeredSurvival", "Survival behind all layers."),
                new Output(
                        curve,
                        COUNT,
                        "Generations of the curves, from none to the last asked for.",
                        WHOLES,
                        Optional.empty()),
                share(curve, "curveSurvival", "Survival of the plain chain, as a curve."),
                share(curve, "curveAligned", "Aligned share with audits and recovery, as a curve."),
                share(curve, "curveDrift", "Survival under drift, as a curve."),
                share(
                        curve,
                        "curveUncertain",
                        "Mean survival under an uncertain error, as a curve."),
                share(
                        curve,
                        "curveUnlucky",
                        "5 % quantile of survival under an uncertain error, as a curve."),
                share(curve, "curveLayered", "Survival behind all layers, as a curve."));
    }

    private static Output share(String axis, String name, String meaning) {
        return Output.along(axis, name, PROBABILITY, meaning);
    }

    private static Parameter real(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            double value,
            String why) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(value),
                Optional.empty(),
                Origin.OURS,
                why);
    }

    private static Parameter whole(
            String name,
            String symbol,
            String unit,
            String meaning,
            long min,
            long max,
            long value) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                new Domain.Whole(min, max),
                new Value.Whole(value),
                Optional.empty(),
                Origin.OURS,
                "one, as in the plain chain");
    }
}
