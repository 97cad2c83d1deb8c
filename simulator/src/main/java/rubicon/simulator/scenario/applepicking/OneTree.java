package rubicon.simulator.scenario.applepicking;

import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_SPEND;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_SPENDS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BUDGET;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.DIFFICULTY;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HUMAN_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HUMAN_SPEND;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.PRIOR_AGENT;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.REACH;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SHAPE;

import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// One tree and one generation of agents: [Tree], [Jones] and [Horizon] in place.
final class OneTree implements Kernel {
    private final Spreading heights;
    private final Place shape;
    private final Place height;
    private final Place humanRate;
    private final Place agentRate;
    private final Place priorAgent;
    private final Place difficulty;
    private final double human;
    private final double agent;
    private final double budget;
    private final double[] agentSpends;
    private final double[] spends;
    private final Result[] left;
    private final Result[] elasticities;
    private final Result[] best;
    private final Result[] horizon;
    private final Result humanEquivalent;
    private final Result peopleCurve;
    private final Result agentsCurve;
    private final Result bestCurve;
    // Of the agents' reach: on the untouched tree, then once they have worked before.
    private double within;
    private double beyond;

    OneTree(Workspace workspace, Spreading heights) {
        var given = workspace.given();
        this.heights = heights;
        this.shape = workspace.number(SHAPE);
        this.height = workspace.number(REACH);
        this.humanRate = workspace.number(HUMAN_RATE);
        this.agentRate = workspace.number(AGENT_RATE);
        this.priorAgent = workspace.number(PRIOR_AGENT);
        this.difficulty = workspace.number(DIFFICULTY);
        this.human = given.real(HUMAN_SPEND);
        this.agent = given.real(AGENT_SPEND);
        this.budget = given.real(BUDGET);
        this.agentSpends = given.reals(AGENT_SPENDS).stream().mapToDouble(it -> it).toArray();
        this.spends = ApplePickingModel.steps(budget);
        this.left = workspace.ones("bottom", "top", "remaining", "progress", "ideas");
        this.elasticities = workspace.ones("elasticityPeople", "elasticityAgents");
        this.best =
                workspace.ones(
                        "balance", "threshold", "agentBudget", "humanBudget", "bestRemaining");
        this.horizon =
                workspace.ones(
                        "effectiveReach",
                        "crossing",
                        "humanEquivalentLimit",
                        "jumpLimit",
                        "permanentFactor");
        this.humanEquivalent = workspace.list("humanEquivalent", agentSpends.length);
        this.peopleCurve = workspace.list("peopleCurve", spends.length);
        this.agentsCurve = workspace.list("agentsCurve", spends.length);
        this.bestCurve = workspace.list("bestCurve", spends.length);
    }

    @Override
    public void run() {
        within = heights.below(shape.value(), height.value());
        beyond = heights.above(shape.value(), height.value());
        spent();
        best();
        horizon[3].set(
                Horizon.humanEquivalent(within, beyond, humanRate.value(), Double.POSITIVE_INFINITY)
                        * humanRate.value());
        horizon[4].set(agentRate.value() / humanRate.value());
        after(agentRate.value() * priorAgent.value());
        horizon();
        curves();
    }

    /// What is left of the untouched tree once both have spent.
    private void spent() {
        double byPeople = humanRate.value() * human;
        double byAgents = agentRate.value() * agent;
        double bottom = within * Math.exp(-byPeople - byAgents);
        double top = beyond * Math.exp(-byPeople);
        double progress = byPeople - Reach.logLeft(within, beyond, byAgents);
        double beta = difficulty.value();
        left[0].set(bottom);
        left[1].set(top);
        left[2].set(bottom + top);
        left[3].set(progress);
        left[4].set(Math.pow(progress, 1 / beta));
        if (progress == 0) {
            Result.undefined("needs a spend that picks something", elasticities);
            return;
        }
        elasticities[0].set(human * humanRate.value() / (beta * progress));
        elasticities[1].set(
                byAgents * Reach.withinAfter(within, beyond, byAgents) / (beta * progress));
    }

    private void best() {
        double threshold =
                Reach.spendToSwitch(within, beyond, humanRate.value(), agentRate.value());
        double byAgents = Math.min(budget, threshold);
        best[0].set(humanRate.value() / agentRate.value());
        best[1].set(threshold);
        best[2].set(byAgents);
        best[3].set(budget - byAgents);
        best[4].set(remaining(budget - byAgents, byAgents));
    }

    /// Goes on from what agents have left of the untouched tree.
    private void after(double work) {
        double reached = Reach.withinAfter(within, beyond, work);
        beyond = Reach.beyondAfter(within, beyond, work);
        within = reached;
    }

    private void horizon() {
        double people = humanRate.value();
        double agents = agentRate.value();
        horizon[0].set(within);
        horizon[1].set(Horizon.crossing(within, beyond, people, agents));
        horizon[2].set(Horizon.humanEquivalent(within, beyond, people, Double.POSITIVE_INFINITY));
        for (int i = 0; i < agentSpends.length; i++) {
            humanEquivalent.set(
                    i, Horizon.humanEquivalent(within, beyond, people, agents * agentSpends[i]));
        }
    }

    private void curves() {
        double threshold =
                Reach.spendToSwitch(within, beyond, humanRate.value(), agentRate.value());
        for (int i = 0; i < spends.length; i++) {
            double byAgents = Math.min(spends[i], threshold);
            peopleCurve.set(i, remaining(spends[i], 0));
            agentsCurve.set(i, remaining(0, spends[i]));
            bestCurve.set(i, remaining(spends[i] - byAgents, byAgents));
        }
    }

    private double remaining(double humanSpend, double agentSpend) {
        double byPeople = humanRate.value() * humanSpend;
        double byAgents = agentRate.value() * agentSpend;
        return within * Math.exp(-byPeople - byAgents) + beyond * Math.exp(-byPeople);
    }

    @Override
    public void tell(Answers answers) {
        answers.put("spendCurve", Value.Reals.of(spends));
    }
}
