package rubicon.simulator.scenario.researchloop;

import java.util.List;
import java.util.Optional;
import rubicon.model.researchloop.AutomationIndex;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The words of the model `research-loop`: what it asks, takes and leaves out.
final class ResearchLoopDescription {
    private static final String EXAMPLE = "an example";
    private static final Domain SHARES = new Domain.Real(0, 1);

    static final Parameter COMPUTE_MULTIPLIER =
            log(
                    "computeMultiplier",
                    "M",
                    "×",
                    "How many times more compute the lab has than before.",
                    0.01,
                    10_000,
                    1,
                    "as before; the fork of the ready-made scenario has four times as much");
    static final Parameter PARALLEL =
            log(
                    "parallel",
                    "N",
                    "lines",
                    "Lines of research side by side.",
                    1,
                    100_000,
                    20,
                    EXAMPLE);
    static final Parameter HUMAN_HOURS =
            log(
                    "humanHoursPerDay",
                    "U",
                    "h/day",
                    "Hours of all people together.",
                    0.1,
                    1_000_000,
                    80,
                    "ten people of eight hours");
    static final Parameter COMPUTE_HOURS =
            log(
                    "computeHoursPerDay",
                    "K",
                    "h/day",
                    "Hours of all machines together, before more compute came.",
                    0.1,
                    100_000_000,
                    1_000,
                    EXAMPLE);
    static final Parameter HORIZON_NOW =
            Parameters.number(
                    "horizonNow",
                    "h_now",
                    "min",
                    "Time horizon of the best model now.",
                    new Domain.Real(0.001, 1e9, Scale.LOG),
                    1_044.8,
                    Origin.CALIBRATED,
                    "the frontier of METR's definition 1.1 among this version's facts");
    static final Parameter HORIZON_REF =
            log(
                    "horizonRef",
                    "h_ref",
                    "min",
                    "The same at the reference.",
                    0.001,
                    1e9,
                    60.4,
                    "about an hour: the frontier of early 2025");
    static final Parameter LAB_COMPUTE =
            log(
                    "labCompute",
                    "c",
                    "×",
                    "How many times more compute, in the view of a lab.",
                    0.01,
                    10_000,
                    1.5,
                    EXAMPLE);
    static final Parameter LABOUR_ELASTICITY =
            share(
                    "labourElasticity",
                    "ε",
                    "How much of a lab's software progress follows labour; the rest follows"
                            + " compute.",
                    0.5,
                    "the middle; estimates disagree even on the sign of what compute limits");
    static final Parameter SOFTWARE_SHARE =
            share(
                    "softwareShare",
                    "s",
                    "How much of all progress comes from software.",
                    0.5,
                    "the share that Davidson and Houlden take");
    static final Parameter AUTOMATABLE =
            share("automatable", "γ", "Share of tasks that AI can do.", 0.5, EXAMPLE);
    static final Parameter SUBSTITUTION =
            new Parameter(
                    "substitution",
                    "σ",
                    "1",
                    "How well tasks stand in for each other; at 0 every task is needed.",
                    new Domain.Real(0, 5),
                    new Value.Real(0.5),
                    Optional.empty(),
                    Origin.OURS,
                    "tasks are complements in most of the literature on weak links");
    static final Parameter AI_LABOUR =
            log(
                    "aiLabour",
                    "K",
                    "people",
                    "Labour of AI, in people who do what it can do.",
                    0.001,
                    1e9,
                    100,
                    EXAMPLE);
    static final Parameter HUMAN_LABOUR =
            log("humanLabour", "L", "people", "Labour of people.", 0.001, 1e9, 1, EXAMPLE);
    static final Parameter AI_COST =
            log(
                    "aiUnitCost",
                    "p_A",
                    "1",
                    "Cost of a unit of work done by AI.",
                    1e-6,
                    1e6,
                    0.1,
                    "a tenth of a person's");
    static final Parameter HUMAN_COST =
            log(
                    "humanUnitCost",
                    "p_H",
                    "1",
                    "Cost of a unit of work done by people.",
                    1e-6,
                    1e6,
                    1,
                    "the unit of cost");
    static final Parameter BUDGET =
            log("budget", "b", "1", "What there is to spend.", 1e-6, 1e9, 10, EXAMPLE).asSetting();
    static final Parameter INDEX_SUBSTITUTION =
            new Parameter(
                    "indexSubstitution",
                    "σ",
                    "1",
                    "How well a strong category makes up for a weak one in the index.",
                    new Domain.Real(0, 1),
                    new Value.Real(AutomationIndex.SIGMA),
                    Optional.empty(),
                    Origin.OURS,
                    "the harmonic mean, as the observatory's own index");

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("research-loop"),
                    "Research loop",
                    "What does automating parts of research do to the whole: to a researcher, a"
                            + " lab, the economy?",
                    "2",
                    List.of(
                            Tables.STAGES,
                            COMPUTE_MULTIPLIER,
                            PARALLEL,
                            HUMAN_HOURS,
                            COMPUTE_HOURS,
                            Tables.TASKS,
                            HORIZON_NOW,
                            HORIZON_REF,
                            LAB_COMPUTE,
                            LABOUR_ELASTICITY,
                            SOFTWARE_SHARE,
                            Tables.SECTORS,
                            AUTOMATABLE,
                            SUBSTITUTION,
                            AI_LABOUR,
                            HUMAN_LABOUR,
                            AI_COST,
                            HUMAN_COST,
                            BUDGET,
                            Tables.WORK,
                            Tables.CATEGORIES,
                            INDEX_SUBSTITUTION),
                    ResearchLoopOutputs.all(),
                    List.of(
                            "Daniel Paleka's short posts: four stages, four views; the loop's"
                                    + " equations are this project's",
                            "Amdahl, Validity of the single processor approach, 1967; Hulten,"
                                    + " Growth accounting with intermediate inputs, 1978",
                            "Charles I. Jones, A.I. and our economic future, 2025; Aghion, Jones"
                                    + " and Jones, Artificial intelligence and economic growth, 2017",
                            "The automation index and its weak-link mean are this project's"),
                    List.of(
                            "The numbers of the stages were measured nowhere; a share of code is a"
                                    + " share of one stage.",
                            "Stages follow one another and do not overlap; nobody waits for"
                                    + " reviewers, and machines are never down.",
                            "Uplift that is felt is not uplift that is measured: in METR's"
                                    + " randomised trial of early 2025 people were 19 % slower and"
                                    + " believed to be 20 % faster.",
                            "A long time horizon implies no fast lab: the four views are separate"
                                    + " here and only shown together.",
                            "Shares, elasticities and the substitution between tasks are held"
                                    + " fixed while everything else moves."));

    private ResearchLoopDescription() {}

    private static Parameter share(
            String name, String symbol, String meaning, double byDefault, String reason) {
        return parameter(name, symbol, "share", meaning, SHARES, byDefault, reason);
    }

    private static Parameter log(
            String name,
            String symbol,
            String unit,
            String meaning,
            double min,
            double max,
            double byDefault,
            String reason) {
        return parameter(
                name,
                symbol,
                unit,
                meaning,
                new Domain.Real(min, max, Scale.LOG),
                byDefault,
                reason);
    }

    private static Parameter parameter(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            double byDefault,
            String reason) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(byDefault),
                Optional.empty(),
                Origin.OURS,
                reason);
    }
}
