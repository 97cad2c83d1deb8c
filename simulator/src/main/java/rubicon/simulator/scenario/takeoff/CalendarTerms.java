package rubicon.simulator.scenario.takeoff;

import static rubicon.simulator.scenario.takeoff.Terms.fixed;
import static rubicon.simulator.scenario.takeoff.Terms.linear;
import static rubicon.simulator.scenario.takeoff.Terms.log;
import static rubicon.simulator.scenario.takeoff.Terms.oneOrNone;
import static rubicon.simulator.scenario.takeoff.Terms.only;
import static rubicon.simulator.scenario.takeoff.Terms.ours;
import static rubicon.simulator.scenario.takeoff.Terms.published;
import static rubicon.simulator.scenario.takeoff.Variant.AI2027_TAKEOFF;
import static rubicon.simulator.scenario.takeoff.Variant.AI2027_TIMELINE;
import static rubicon.simulator.scenario.takeoff.Variant.KWA;
import static rubicon.simulator.scenario.takeoff.Variant.TASK;

import java.util.List;
import rubicon.model.stats.Discrete;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Triangular;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description.PriorCorrelation;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.takeoff.ai2027.TakeoffDraws;
import rubicon.simulator.scenario.takeoff.ai2027.TimelineDraws;

/// Parameters of the variants `kwa`, `ai2027-takeoff`, `ai2027-timeline` and `task`.
final class CalendarTerms {
    private static final String SOURCE_KWA = "Thomas Kwa 2026, repository tkwa/ai-takeoff-model";
    private static final String SOURCE_TAKEOFF =
            "AI Futures Project 2025, AI 2027 takeoff forecast; the default is the median";
    private static final String SOURCE_TIMELINE =
            "AI Futures Project 2025, AI 2027 timelines forecast of April 2025; the default is the"
                    + " median";
    private static final String DAVIDSON =
            "Davidson 2023, repository epoch-research/ftm, best guess";

    static final Parameter WIDTH =
            only(
                    published(
                            "logisticWidth",
                            "1/v",
                            "e-folds",
                            "Width of the automation curve: e-folds of effective compute for one"
                                    + " step of log odds.",
                            log(0.1, 50),
                            2.85,
                            new Triangular(1.5, 2.85, 4.2),
                            SOURCE_KWA),
                    KWA);
    static final Parameter INITIAL_SHARE =
            only(
                    published(
                            "initialShare",
                            "f₀",
                            "share",
                            "Share of AI research automated at the start of 2026.",
                            linear(0.01, 0.95),
                            0.375,
                            new Triangular(0.25, 0.375, 0.5),
                            SOURCE_KWA),
                    KWA);
    static final Parameter LABOUR_PART =
            only(
                    published(
                            "labourPart",
                            "α/(α+ζ)",
                            "share",
                            "Part of labour, against compute, in what research gives.",
                            linear(0, 1),
                            0.235,
                            new Triangular(0.12, 0.235, 0.35),
                            SOURCE_KWA),
                    KWA);
    static final Parameter SCALE =
            only(
                    published(
                            "inputScale",
                            "α+ζ",
                            "1",
                            "Exponent of labour and compute together; 1 means twice of both is twice"
                                    + " the speed.",
                            linear(0, 2),
                            0.9,
                            new Triangular(0.8, 0.9, 1),
                            SOURCE_KWA),
                    KWA);
    static final Parameter HARDENING =
            only(
                    published(
                            "ideasHarden",
                            "β",
                            "1",
                            "Exponent by which ideas get harder as software gets better.",
                            linear(0, 10),
                            0.65,
                            new Triangular(0.3, 0.65, 1),
                            SOURCE_KWA),
                    KWA);

    static final Parameter SC_TO_SAR =
            only(
                    published(
                            "coderToResearcher",
                            "G₁",
                            "years",
                            "Human-only years of research from the superhuman coder to the"
                                    + " superhuman researcher.",
                            linear(0, 1000),
                            Math.exp(TakeoffDraws.SC_TO_SAR.mu()),
                            TakeoffDraws.SC_TO_SAR,
                            SOURCE_TAKEOFF),
                    AI2027_TAKEOFF);
    static final Parameter RESEARCHER_FROM_START =
            only(
                    oneOrNone(
                            "researcherFromStart",
                            "–",
                            "1 if the superhuman coder is a superhuman researcher from the start:"
                                    + " then there is no first gap.",
                            TakeoffDraws.NO_GAP,
                            SOURCE_TAKEOFF),
                    AI2027_TAKEOFF);
    static final Parameter MEDIAN_TO_BEST =
            only(
                    published(
                            "medianToBest",
                            "A",
                            "years",
                            "Years of research that the best researcher is above the median one, in"
                                    + " the field.",
                            log(0.01, 2000),
                            Math.exp(TakeoffDraws.MEDIAN.mu()),
                            TakeoffDraws.MEDIAN,
                            SOURCE_TAKEOFF),
                    AI2027_TAKEOFF);
    static final Parameter JUMPS =
            only(
                    published(
                            "jumps",
                            "J",
                            "1",
                            "How many more such leaps from the superintelligent researcher to"
                                    + " superintelligence.",
                            log(0.01, 200),
                            Math.exp(TakeoffDraws.JUMPS.mu()),
                            TakeoffDraws.JUMPS,
                            SOURCE_TAKEOFF),
                    AI2027_TAKEOFF);

    static final Parameter CURRENT_HORIZON =
            only(
                    fixed(
                            "currentHorizon",
                            "h",
                            "min",
                            "Time horizon of the newest model, in minutes of human work.",
                            log(0.1, 100_000),
                            15,
                            Origin.SOURCE,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter TARGET_MONTHS =
            only(
                    published(
                            "targetHorizon",
                            "H",
                            "work months",
                            "Time horizon that makes a superhuman coder; a work month is 167 hours.",
                            log(0.01, 10_000_000),
                            Math.exp(TimelineDraws.TARGET.mu()),
                            TimelineDraws.TARGET,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter FIRST_DOUBLING =
            only(
                    published(
                            "firstDoubling",
                            "T",
                            "months",
                            "Time of the horizon's next doubling.",
                            log(0.1, 200),
                            Math.exp(TimelineDraws.DOUBLING.mu()),
                            TimelineDraws.DOUBLING,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter DOUBLING_RATIO =
            only(
                    published(
                            "doublingRatio",
                            "q",
                            "1",
                            "Time of each doubling over that of the one before: below 1 the horizon"
                                    + " grows faster than exponentially.",
                            linear(0.5, 1.5),
                            1,
                            Discrete.weighted(
                                    List.of(TimelineDraws.FASTER, 1.0, TimelineDraws.SLOWER),
                                    List.of(0.45, 0.45, 0.1)),
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter COST_MONTHS =
            only(
                    published(
                            "costMonths",
                            "–",
                            "months",
                            "Months of research until the coder is cheap and fast enough.",
                            log(0.01, 2000),
                            Math.exp(TimelineDraws.COST.mu()),
                            TimelineDraws.COST,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter DELAY_MONTHS =
            only(
                    published(
                            "delayMonths",
                            "–",
                            "months",
                            "Months that what is public lags behind what exists.",
                            log(0.001, 200),
                            Math.exp(TimelineDraws.DELAY.mu()),
                            TimelineDraws.DELAY,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter PRESENT_SPEEDUP =
            only(
                    published(
                            "presentSpeedup",
                            "a",
                            "1",
                            "How much faster AI makes research already, less 1.",
                            log(0.0001, 20),
                            Math.exp(TimelineDraws.PRESENT.mu()),
                            TimelineDraws.PRESENT,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);
    static final Parameter CODER_SPEEDUP =
            only(
                    published(
                            "coderSpeedup",
                            "b",
                            "1",
                            "How much faster the superhuman coder makes it, less 1.",
                            log(0.01, 5000),
                            Math.exp(TimelineDraws.AT_CODER.mu()),
                            TimelineDraws.AT_CODER,
                            SOURCE_TIMELINE),
                    AI2027_TIMELINE);

    static final Parameter FULL_FLOP =
            only(
                    published(
                            "fullFlop",
                            "lg R",
                            "lg FLOP",
                            "Effective compute of a training run, as a power of ten, that automates"
                                    + " every task of research.",
                            linear(26, 45),
                            36,
                            new Normal(36, 3),
                            DAVIDSON + "; the prior's width is ours"),
                    TASK);
    static final Parameter FLOP_GAP =
            only(
                    published(
                            "flopGap",
                            "lg gap",
                            "OOM",
                            "Orders of magnitude of compute between automating a fifth of the tasks"
                                    + " and all.",
                            linear(0, 12),
                            4,
                            new Normal(4, 1.5),
                            DAVIDSON + "; the prior's width is ours"),
                    TASK);
    static final Parameter TRAINING_FLOP =
            only(
                    ours(
                            "trainingFlop",
                            "lg T",
                            "lg FLOP",
                            "Effective compute of the largest training run at the start, as a power"
                                    + " of ten.",
                            linear(22, 40),
                            28,
                            new Normal(28, 0.5),
                            "a round number for 2026, to be set to the newest run"),
                    TASK);
    static final Parameter FLOP_GROWTH =
            only(
                    ours(
                            "flopGrowth",
                            "g",
                            "OOM/year",
                            "Growth of physical compute, for training and for work alike.",
                            linear(0, 2),
                            0.5,
                            new Uniform(0.2, 0.7),
                            "somewhat below the recent pace of training runs"),
                    TASK);
    static final Parameter PEOPLES_GROWTH =
            only(
                    ours(
                            "peoplesGrowth",
                            "g_L",
                            "OOM/year",
                            "Growth of what people put into research, without AI's help.",
                            linear(0, 2),
                            0.3,
                            new Uniform(0.1, 0.4),
                            "laboratories have about doubled each year"),
                    TASK);
    static final Parameter TASK_RHO =
            only(
                    published(
                            "taskRho",
                            "ρ",
                            "1",
                            "Substitution between tasks: the lower, the more the tasks that are left"
                                    + " to people hold all up.",
                            linear(-10, 0.9),
                            -0.5,
                            new Uniform(-1.5, -0.1),
                            DAVIDSON + "; the prior is ours"),
                    TASK);
    static final Parameter WORKING_COMPUTE =
            only(
                    ours(
                            "workingCompute",
                            "lg C",
                            "OOM",
                            "Labour that compute at work could replace at the start in the task it"
                                    + " is best at, over people's, as a power of ten.",
                            linear(-6, 6),
                            0,
                            new Normal(0, 1),
                            "as much as people; nobody has counted"),
                    TASK);
    static final Parameter EFFICIENCY_SPREAD =
            only(
                    ours(
                            "efficiencySpread",
                            "lg η",
                            "OOM",
                            "How much worse compute is at the last task than at the first, in orders"
                                    + " of magnitude.",
                            linear(0, 10),
                            2,
                            new Uniform(0, 4),
                            "between equal efficiency and the source's gap for training"),
                    TASK);
    static final Parameter SOFTWARE_RETURNS =
            only(
                    published(
                            "softwareReturns",
                            "r",
                            "1",
                            "Doublings of software for each doubling of cumulative research.",
                            log(0.05, 10),
                            1.25,
                            new Uniform(0.8, 1.7),
                            DAVIDSON + "; the prior is ours"),
                    TASK);
    static final Parameter RESEARCH_PARALLEL =
            only(
                    published(
                            "researchParallel",
                            "λ",
                            "1",
                            "Exponent of research input at one time.",
                            linear(0.05, 1.2),
                            0.7,
                            new Uniform(0.4, 0.9),
                            DAVIDSON + "; the prior is ours"),
                    TASK);
    static final Parameter SOFTWARE_CEILING =
            only(
                    published(
                            "softwareCeiling",
                            "lg S",
                            "OOM",
                            "Orders of magnitude that software can improve in all.",
                            linear(1, 50),
                            12,
                            new Uniform(8, 16),
                            DAVIDSON + "; the prior is ours"),
                    TASK);
    static final Parameter SOFTWARE_PACE =
            only(
                    ours(
                            "softwarePace",
                            "g_S",
                            "OOM/year",
                            "Growth of software at the start, by people alone.",
                            linear(0.01, 3),
                            0.4,
                            new Uniform(0.2, 0.8),
                            "recent doublings of algorithmic efficiency in six to eighteen months"),
                    TASK);

    private CalendarTerms() {}

    /// What their sources draw together. Of the doubling's ratio the source puts the slower one
    /// between the faster and the steady, here it lies beyond both: the least that ranks can do.
    static List<PriorCorrelation> correlations() {
        double shared = TimelineDraws.CORRELATION;
        return List.of(
                PriorCorrelation.ofScores(
                        SC_TO_SAR, MEDIAN_TO_BEST, TakeoffDraws.CORRELATION, SOURCE_TAKEOFF),
                PriorCorrelation.ofScores(FIRST_DOUBLING, COST_MONTHS, shared, SOURCE_TIMELINE),
                PriorCorrelation.ofScores(FIRST_DOUBLING, DOUBLING_RATIO, shared, SOURCE_TIMELINE),
                PriorCorrelation.ofScores(COST_MONTHS, DOUBLING_RATIO, shared, SOURCE_TIMELINE),
                PriorCorrelation.ofScores(PRESENT_SPEEDUP, CODER_SPEEDUP, shared, SOURCE_TIMELINE));
    }

    static List<Parameter> all() {
        return List.of(
                WIDTH,
                INITIAL_SHARE,
                LABOUR_PART,
                SCALE,
                HARDENING,
                SC_TO_SAR,
                RESEARCHER_FROM_START,
                MEDIAN_TO_BEST,
                JUMPS,
                CURRENT_HORIZON,
                TARGET_MONTHS,
                FIRST_DOUBLING,
                DOUBLING_RATIO,
                COST_MONTHS,
                DELAY_MONTHS,
                PRESENT_SPEEDUP,
                CODER_SPEEDUP,
                FULL_FLOP,
                FLOP_GAP,
                TRAINING_FLOP,
                FLOP_GROWTH,
                PEOPLES_GROWTH,
                TASK_RHO,
                WORKING_COMPUTE,
                EFFICIENCY_SPREAD,
                SOFTWARE_RETURNS,
                RESEARCH_PARALLEL,
                SOFTWARE_CEILING,
                SOFTWARE_PACE);
    }
}
