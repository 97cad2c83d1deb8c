package rubicon.simulator.scenario.takeoff;

import static rubicon.simulator.scenario.takeoff.Terms.choice;
import static rubicon.simulator.scenario.takeoff.Terms.fixed;
import static rubicon.simulator.scenario.takeoff.Terms.linear;
import static rubicon.simulator.scenario.takeoff.Terms.log;
import static rubicon.simulator.scenario.takeoff.Terms.only;
import static rubicon.simulator.scenario.takeoff.Terms.ours;
import static rubicon.simulator.scenario.takeoff.Terms.published;
import static rubicon.simulator.scenario.takeoff.Variant.BALANCED_GROWTH;
import static rubicon.simulator.scenario.takeoff.Variant.CES;
import static rubicon.simulator.scenario.takeoff.Variant.LOOP;
import static rubicon.simulator.scenario.takeoff.Variant.NETWORK;
import static rubicon.simulator.scenario.takeoff.Variant.SIE;

import java.util.List;
import rubicon.model.stats.LogUniform;
import rubicon.model.stats.Mixture;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Truncated;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;

/// Parameters of the variants `sie`, `ces`, `balanced-growth`, `loop` and `network`.
final class SoftwareTerms {
    private static final String DAVIDSON = "Davidson & Houlden 2025";
    private static final String HOULDEN = "Tom Houlden's speed-up calculator, 2026";
    private static final String KORINEK = "Davidson, Halperin, Houlden & Korinek 2026, NBER w35155";
    private static final String ESTIMATES =
            "estimates reach from 0.25 (economy) over 0.8–1.6 (vision, Stockfish, language, RL) to"
                    + " 3.5 (SAT): Erdil, Besiroglu & Ho; Ho & Whitfill 2025";

    static final Parameter RETURNS =
            only(
                    published(
                            "returns",
                            "r",
                            "1",
                            "Doublings of software for each doubling of research input, at the"
                                    + " start; above 1 each doubling comes sooner than the one"
                                    + " before.",
                            log(0.05, 20),
                            1.2,
                            new LogUniform(0.4, 3.6),
                            DAVIDSON + "; " + ESTIMATES),
                    SIE,
                    LOOP);
    static final Parameter SPEEDUP =
            only(
                    published(
                            "speedup",
                            "f",
                            "×",
                            "How many times faster software improves the moment its research is"
                                    + " fully automated.",
                            log(1, 1000),
                            8,
                            new LogUniform(2, 32),
                            DAVIDSON),
                    SIE);
    static final Parameter CEILING_YEARS =
            only(
                    published(
                            "ceilingYears",
                            "Y",
                            "years",
                            "How far software is from its physical limit, in years of progress at"
                                    + " the recent pace.",
                            log(0.5, 200),
                            11,
                            new Uniform(6, 16),
                            DAVIDSON),
                    SIE);
    static final Parameter EXPONENT =
            only(
                    published(
                            "exponent",
                            "p = λα",
                            "1",
                            "How much of a doubling of software is felt in the speed of research:"
                                    + " parallelism times the exponent of compute.",
                            log(0.01, 2),
                            0.3,
                            new LogUniform(0.15, 0.6),
                            DAVIDSON),
                    SIE);
    static final Parameter SOFTWARE_SHARE =
            only(
                    fixed(
                            "softwareShare",
                            "s",
                            "share",
                            "Share of software in recent progress of AI, compute being the rest.",
                            linear(0.05, 1),
                            0.5,
                            Origin.SOURCE,
                            DAVIDSON),
                    SIE);
    static final Parameter DOUBLING_MONTHS =
            only(
                    fixed(
                            "doublingMonths",
                            "T₀",
                            "months",
                            "Recent doubling time of software.",
                            log(0.25, 60),
                            3,
                            Origin.SOURCE,
                            DAVIDSON),
                    SIE);
    static final Parameter RETRAINING =
            only(
                    choice(
                            "retraining",
                            "–",
                            "Whether each new system must be trained anew, which slows all change;"
                                    + " 'paper' is the printed formula, 'code-multi' that of the"
                                    + " printed results.",
                            DAVIDSON,
                            "none",
                            "paper",
                            "code-multi"),
                    SIE);
    static final Parameter RETURNS_OVER_TIME =
            only(
                    choice(
                            "returnsOverTime",
                            "–",
                            "Whether returns fall to zero at the ceiling or stay.",
                            DAVIDSON,
                            "falling",
                            "constant"),
                    SIE);

    static final Parameter INITIAL_GROWTH =
            only(
                    ours(
                            "initialGrowth",
                            "g₀",
                            "1/year",
                            "Growth of software at the start, e-folds a year.",
                            log(0.01, 50),
                            2,
                            new LogUniform(0.5, 8),
                            "2 is a doubling in four months"),
                    CES);
    static final Parameter COMPUTE_SHARE =
            only(
                    ours(
                            "computeShare",
                            "s",
                            "share",
                            "Weight of compute for experiments against researchers.",
                            linear(0.01, 0.99),
                            0.5,
                            new Uniform(0.3, 0.7),
                            "half and half; spending of laboratories on either is of one size"),
                    CES);
    static final Parameter RHO =
            only(
                    ours(
                            "rho",
                            "ρ",
                            "1",
                            "Substitution between compute and researchers: below 0 compute is a"
                                    + " bottleneck, at 0 either always helps, above 0 one replaces"
                                    + " the other.",
                            linear(-10, 0.99),
                            -0.4,
                            new Mixture(
                                    List.of(
                                            new Mixture.Part(0.5, new Normal(0.6, 0.1)),
                                            new Mixture.Part(
                                                    0.5,
                                                    new Truncated(new Normal(-1, 0.7), -10, 0)))),
                            "Whitfill & Wu 2025 estimate σ = 2.58 or −0.10 depending on one"
                                    + " correction: the sign is open, so the prior has both"),
                    CES);
    static final Parameter PARALLEL =
            only(
                    ours(
                            "parallel",
                            "λ",
                            "1",
                            "Exponent of research input: below 1 twice the input is less than twice"
                                    + " the speed.",
                            linear(0.05, 1.5),
                            0.6,
                            new Uniform(0.3, 0.9),
                            "between the estimates for single researchers and for whole fields"),
                    CES);
    static final Parameter DIFFICULTY =
            only(
                    ours(
                            "difficulty",
                            "β",
                            "1",
                            "Exponent by which ideas get harder as software gets better.",
                            linear(0, 5),
                            0.25,
                            new LogUniform(0.08, 0.8),
                            "gives returns λ/β = 2.4 before any bottleneck"),
                    CES);

    static final Parameter ALPHA =
            only(
                    fixed(
                            "computeWeight",
                            "α",
                            "share",
                            "Weight of compute in research.",
                            linear(0.05, 1),
                            0.4,
                            Origin.SOURCE,
                            HOULDEN),
                    BALANCED_GROWTH);
    static final Parameter GAMMA =
            only(
                    fixed(
                            "copiesWeight",
                            "γ",
                            "1",
                            "How much of a growth of compute is a growth of copies at work.",
                            linear(0, 5),
                            1,
                            Origin.SOURCE,
                            HOULDEN),
                    BALANCED_GROWTH);
    static final Parameter COGNITIVE_RETURNS =
            only(
                    published(
                            "cognitiveReturns",
                            "r_cog",
                            "1",
                            "Returns to cognitive labour alone; from 1 on growth has no balanced"
                                    + " path.",
                            linear(0, 3),
                            0.5,
                            new Uniform(0.2, 1.2),
                            HOULDEN + "; the prior is ours"),
                    BALANCED_GROWTH);
    static final Parameter LABOUR_GROWTH =
            only(
                    fixed(
                            "labourGrowth",
                            "g_L",
                            "1/year",
                            "Growth of research labour before automation.",
                            linear(0.01, 5),
                            0.7,
                            Origin.SOURCE,
                            HOULDEN),
                    BALANCED_GROWTH);
    static final Parameter COMPUTE_GROWTH =
            only(
                    fixed(
                            "computeGrowth",
                            "g_C",
                            "1/year",
                            "Growth of compute for research.",
                            linear(0, 5),
                            1.1,
                            Origin.SOURCE,
                            HOULDEN),
                    BALANCED_GROWTH);

    static final Parameter LOOP_SHARE =
            only(
                    ours(
                            "loopShare",
                            "a",
                            "share",
                            "Share of the research loop's input that follows software; the rest"
                                    + " (people, experiments, hardware) does not.",
                            linear(0, 1),
                            0.5,
                            new Uniform(0, 1),
                            "nobody has measured it; the automation index bounds it"),
                    LOOP);

    static final Parameter GOODS_AUTOMATED =
            automated("goodsAutomated", "f_Y", "the production of goods", 0.1);
    static final Parameter SOFTWARE_AUTOMATED =
            automated("softwareAutomated", "f_S", "research on software", 0.3);
    static final Parameter HARDWARE_AUTOMATED =
            automated("hardwareAutomated", "f_H", "research on hardware", 0.05);
    static final Parameter OTHER_AUTOMATED =
            automated("otherAutomated", "f_A", "all other research", 0.1);
    static final Parameter SOFTWARE_DIFFICULTY =
            network("softwareDifficulty", "β_S", "How fast ideas for software get harder.", 1);
    static final Parameter HARDWARE_DIFFICULTY =
            network("hardwareDifficulty", "β_H", "How fast ideas for hardware get harder.", 0.2);
    static final Parameter OTHER_DIFFICULTY =
            network(
                    "otherDifficulty",
                    "β_A",
                    "How fast ideas for everything else get harder.",
                    3.1);
    static final Parameter LABOUR_WEIGHT =
            network("labourWeight", "α", "Share of labour in production.", 0.6);

    private SoftwareTerms() {}

    private static Parameter automated(String name, String symbol, String what, double value) {
        return only(
                ours(
                        name,
                        symbol,
                        "share",
                        "Share of the tasks automated in " + what + ".",
                        linear(0, 1),
                        value,
                        new Uniform(0, Math.min(1, 2 * value)),
                        "a guess of ours; the paper asks from which shares on growth explodes"),
                NETWORK);
    }

    private static Parameter network(String name, String symbol, String meaning, double value) {
        return only(
                fixed(name, symbol, "1", meaning, log(0.01, 20), value, Origin.SOURCE, KORINEK),
                NETWORK);
    }

    static List<Parameter> all() {
        return List.of(
                RETURNS,
                SPEEDUP,
                CEILING_YEARS,
                EXPONENT,
                SOFTWARE_SHARE,
                DOUBLING_MONTHS,
                RETRAINING,
                RETURNS_OVER_TIME,
                INITIAL_GROWTH,
                COMPUTE_SHARE,
                RHO,
                PARALLEL,
                DIFFICULTY,
                ALPHA,
                GAMMA,
                COGNITIVE_RETURNS,
                LABOUR_GROWTH,
                COMPUTE_GROWTH,
                LOOP_SHARE,
                GOODS_AUTOMATED,
                SOFTWARE_AUTOMATED,
                HARDWARE_AUTOMATED,
                OTHER_AUTOMATED,
                SOFTWARE_DIFFICULTY,
                HARDWARE_DIFFICULTY,
                OTHER_DIFFICULTY,
                LABOUR_WEIGHT);
    }
}
