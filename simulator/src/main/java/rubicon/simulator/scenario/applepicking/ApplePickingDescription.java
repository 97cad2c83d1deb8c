package rubicon.simulator.scenario.applepicking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.stats.Beta;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.LogUniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The words of the model `apple-picking`: what it asks, takes and leaves out.
final class ApplePickingDescription {
    static final String POST =
            "Tom Cunningham and Manish Shetty, An Apple-Picking Model of AI R&D, April 2026";
    private static final String DRAFTS = "Tom Cunningham, drafts beside the post, 2026";
    private static final String SPEND = "spend";
    private static final String MONTHS = "months";
    private static final String SHARE = "share";
    private static final Domain.Real RATE = new Domain.Real(0.001, 100, Scale.LOG);
    private static final Domain.Real SPENDS = new Domain.Real(0, 10_000);

    static final Parameter REACH =
            drawn(
                    "reach",
                    "λ",
                    "height",
                    "Height on the tree up to which this generation of agents picks; 1 is all of it.",
                    new Domain.Real(0, 1),
                    0.5,
                    new Beta(2, 2),
                    Origin.SOURCE,
                    POST + "; the prior is ours");
    static final Parameter HEIGHTS =
            new Parameter(
                    "heights",
                    "F",
                    "1",
                    "How the apples are spread over the heights of the tree.",
                    Domain.Choice.of("uniform", "power", "exponential"),
                    new Value.Text("uniform"),
                    Optional.empty(),
                    Origin.SOURCE,
                    POST);
    static final Parameter SHAPE =
            drawn(
                            "shape",
                            "c",
                            "1",
                            "Power x^c (below 1 most apples hang low) or exponential"
                                    + " (1 − e^(−cx))/(1 − e^(−c)) (the larger, the lower they hang).",
                            new Domain.Real(0.1, 10, Scale.LOG),
                            1,
                            new LogUniform(0.3, 3),
                            Origin.OURS,
                            "1 is the uniform tree among the powers; nobody has measured the shape")
                    .onlyFor(HEIGHTS, "power", "exponential");
    static final Parameter HUMAN_RATE =
            drawn(
                    "humanRate",
                    "r_H",
                    "1/spend",
                    "How fast people pick, at all heights.",
                    RATE,
                    0.3,
                    new LogUniform(0.1, 0.5),
                    Origin.SOURCE,
                    POST + ", which draws 0.2 and 0.3");
    static final Parameter AGENT_RATE =
            drawn(
                    "agentRate",
                    "r_A",
                    "1/spend",
                    "How fast agents pick, within their reach.",
                    RATE,
                    2,
                    new LogUniform(0.9, 10),
                    Origin.SOURCE,
                    POST + ", which draws 0.9 and 2; its drafts draw 4");
    static final Parameter PRIOR_AGENT =
            real(
                    "priorAgent",
                    "a",
                    SPEND,
                    "What agents have spent on the tree before the comparison begins.",
                    SPENDS,
                    0,
                    "an untouched tree; what people have spent before makes no difference");
    static final Parameter HUMAN_SPEND =
            real("humanSpend", "x_H", SPEND, "What people spend.", SPENDS, 1, "an example")
                    .asSetting();
    static final Parameter AGENT_SPEND =
            real("agentSpend", "x_A", SPEND, "What is spent on agents.", SPENDS, 2, "an example")
                    .asSetting();
    static final Parameter BUDGET =
            real(
                            "budget",
                            "x",
                            SPEND,
                            "What is to be divided best, and the end of the curves along spend.",
                            new Domain.Real(0.01, 10_000, Scale.LOG),
                            5,
                            "beyond the crossing of the post's own example")
                    .asSetting();
    static final Parameter AGENT_SPENDS =
            new Parameter(
                            "agentSpends",
                            "x",
                            SPEND,
                            "Spends on agents whose worth in people's spend is asked for.",
                            new Domain.Reals(0, 10_000, 1, 100),
                            Value.Reals.of(0.5, 1, 2),
                            Optional.empty(),
                            Origin.OURS,
                            "each twice the one before: two agents are not two people")
                    .asSetting();
    static final Parameter BUDGET_RATE =
            real(
                    "budgetRate",
                    "b",
                    "spend/month",
                    "What is spent per month while generations come and go.",
                    new Domain.Real(0.001, 1_000, Scale.LOG),
                    1,
                    "the unit of spend is a month's budget");
    static final Domain.Column RELEASE =
            new Domain.Column(
                    "release",
                    "t_g",
                    MONTHS,
                    "When the generation comes, from the start.",
                    new Domain.Real(0, 1_200));
    static final Domain.Column RELEASED_REACH =
            new Domain.Column(
                    "reach",
                    "λ_g",
                    "height",
                    "Height up to which it picks; 1 is all of the tree.",
                    new Domain.Real(0, 1));
    static final Domain.Column RELEASED_RATE =
            new Domain.Column("agentRate", "r_A", "1/spend", "How fast it picks there.", RATE);
    static final Parameter RELEASES =
            new Parameter(
                    "releases",
                    "(t_g, λ_g, r_A)",
                    "1",
                    "The generations of agents; only the newest works, and those of one day are"
                            + " taken in their order.",
                    new Domain.Table(List.of(RELEASE, RELEASED_REACH, RELEASED_RATE), 1, 50),
                    new Value.Table(
                            List.of(generation(2, 0.3), generation(5, 0.5), generation(8, 0.7))),
                    Optional.empty(),
                    Origin.OURS,
                    "an example of three rising generations with the rate of the drafts");
    static final Parameter END =
            real(
                            "end",
                            "t",
                            MONTHS,
                            "Until when the story of the generations is told.",
                            new Domain.Real(1, 1_200),
                            12,
                            "some months beyond the last release")
                    .asSetting();
    static final Parameter TREES =
            whole(
                    "trees",
                    "N",
                    "trees",
                    "Trees that are seen as one; each has the same generations, later than the"
                            + " one before by a part of the spread.",
                    1,
                    500,
                    1,
                    "one problem; raise it to see how a total hides the jumps of its parts");
    static final Parameter SPREAD =
            real(
                    "spread",
                    "Δ",
                    MONTHS,
                    "Months over which the trees' releases are spread evenly.",
                    new Domain.Real(0, 1_200),
                    3,
                    "the time from one release to the next in the example");
    static final Parameter LEFT_BY_PEOPLE =
            real(
                    "leftByPeople",
                    "p",
                    SHARE,
                    "Share of what is left that people leave in a period.",
                    new Domain.Real(0, 1),
                    0.6,
                    Origin.SOURCE,
                    DRAFTS);
    static final Parameter ACTIVATION =
            real(
                    "activation",
                    "ā",
                    SHARE,
                    "Share of the apples of AI research from which agents begin to help.",
                    new Domain.Real(0, 2),
                    0.2,
                    Origin.SOURCE,
                    DRAFTS);
    static final Parameter BASE =
            real(
                    "base",
                    "α",
                    "height",
                    "Reach with which agents begin to help.",
                    new Domain.Real(0, 2),
                    0.12,
                    Origin.SOURCE,
                    DRAFTS + ": the regime in which people stay needed");
    static final Parameter GAIN =
            real(
                    "gain",
                    "β",
                    "height/share",
                    "Reach that a share of the apples adds to the next generation.",
                    new Domain.Real(0, 5),
                    0.4,
                    Origin.SOURCE,
                    DRAFTS + ": the regime in which people stay needed");
    static final Parameter PERIODS =
            whole(
                            "periods",
                            "t",
                            "periods",
                            "Periods over which the closed loop is followed.",
                            1,
                            500,
                            12,
                            "enough to see where it leads")
                    .asSetting();
    static final Parameter DIFFICULTY =
            real(
                    "difficulty",
                    "β",
                    "1",
                    "How fast ideas get harder to find, where the tree is read as a production"
                            + " function of ideas.",
                    new Domain.Real(0.1, 10, Scale.LOG),
                    1.5,
                    "an example; estimates for whole fields lie on both sides of it");

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("apple-picking"),
                    "Apple picking",
                    "How far do agents get alone, when do people take over again, and what changes"
                            + " once nothing is out of the agents' reach?",
                    "1",
                    List.of(
                            REACH,
                            HEIGHTS,
                            SHAPE,
                            HUMAN_RATE,
                            AGENT_RATE,
                            PRIOR_AGENT,
                            HUMAN_SPEND,
                            AGENT_SPEND,
                            BUDGET,
                            AGENT_SPENDS,
                            BUDGET_RATE,
                            RELEASES,
                            END,
                            TREES,
                            SPREAD,
                            LEFT_BY_PEOPLE,
                            ACTIVATION,
                            BASE,
                            GAIN,
                            PERIODS,
                            DIFFICULTY),
                    ApplePickingOutputs.all(),
                    List.of(
                            POST + ": the tree, the switch, the comparison with people",
                            DRAFTS
                                    + ": generations, many trees, the closed loop, returns to tokens",
                            "The priors and the example of three generations are this project's"),
                    List.of(
                            "Its authors call their calibration loose: no rate and no reach here"
                                    + " was measured on AI research.",
                            "Only the newest generation works, heights do not change, and a tree"
                                    + " grows no new apples.",
                            "Reach and rate of a generation are independent here; better models"
                                    + " tend to have more of both.",
                            "A reach below 1 gives finite jumps however fast agents are; results"
                                    + " from such a regime say little about full automation.",
                            "The closed loop's regimes are named for the uniform tree; with"
                                    + " another, follow the path instead.",
                            "Trees differ in the dates of their releases alone, which is the"
                                    + " kindest case for a smooth total."));

    private ApplePickingDescription() {}

    private static Map<String, Value> generation(double release, double reach) {
        return Map.of(
                RELEASE.name(), new Value.Real(release),
                RELEASED_REACH.name(), new Value.Real(reach),
                RELEASED_RATE.name(), new Value.Real(4));
    }

    private static Parameter real(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double byDefault,
            String reason) {
        return real(name, symbol, unit, meaning, domain, byDefault, Origin.OURS, reason);
    }

    private static Parameter real(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double byDefault,
            Origin origin,
            String source) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(byDefault),
                Optional.empty(),
                origin,
                source);
    }

    private static Parameter drawn(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain.Real domain,
            double byDefault,
            Distribution prior,
            Origin origin,
            String source) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(byDefault),
                Optional.of(prior),
                origin,
                source);
    }

    private static Parameter whole(
            String name,
            String symbol,
            String unit,
            String meaning,
            long min,
            long max,
            long byDefault,
            String reason) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                new Domain.Whole(min, max),
                new Value.Whole(byDefault),
                Optional.empty(),
                Origin.OURS,
                reason);
    }
}
