package rubicon.simulator.scenario.applepicking;

/// One tree and one generation of agents.
///
/// @param reach of the agents, on the untouched tree
/// @see "Tom Cunningham and Manish Shetty, An Apple-Picking Model of AI R&D, April 2026"
public record Tree(Reach reach, Rates rates) {

    /// The best way to spend a budget.
    ///
    /// @param threshold `x̄`, what agents would get through before people are worth more; may be
    ///   infinite
    /// @param agentSpend at most the threshold; agents pick first
    /// @param humanSpend the rest of the budget
    /// @param left once it is spent
    public record Allocation(double threshold, double agentSpend, double humanSpend, Apples left) {}

    /// What is left after spending. In which order does not matter.
    ///
    /// @param humanSpend `x_H`, at least 0
    /// @param agentSpend `x_A`, at least 0
    public Apples after(double humanSpend, double agentSpend) {
        double byPeople = rates.human() * Rates.spend("people's spend", humanSpend);
        double byAgents = rates.agent() * Rates.spend("agents' spend", agentSpend);
        return new Apples(
                reach.within() * Math.exp(-byPeople - byAgents),
                reach.beyond() * Math.exp(-byPeople),
                byPeople - reach.logLeft(byAgents));
    }

    /// Spends a budget best: with agents up to the threshold, with people from there on. The ratio
    /// of the two marginal returns does not depend on what people have spent, so nothing in between
    /// is better.
    public Allocation allocate(double budget) {
        Rates.spend("the budget", budget);
        double threshold = reach.spendToSwitch(rates);
        double agents = Math.min(budget, threshold);
        return new Allocation(threshold, agents, budget - agents, after(budget - agents, agents));
    }

    /// How agents compare with people who begin where this tree stands.
    ///
    /// @param priorAgent what agents have spent on it before, at least 0; what people have spent
    ///   makes no difference
    public Horizon horizon(double priorAgent) {
        double work = rates.agent() * Rates.spend("agents' spend before", priorAgent);
        return new Horizon(reach.after(work), rates);
    }
}
