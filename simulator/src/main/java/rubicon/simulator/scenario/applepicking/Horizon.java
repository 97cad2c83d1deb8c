package rubicon.simulator.scenario.applepicking;

/// Agents against people on one tree, each by themselves and with equal spend: agents lead at first
/// and lose once they have picked what they reach. How far the lead carries depends on where they
/// start: on a tree whose low apples are gone it is short.
///
/// @param reach of the agents where both begin
public record Horizon(Reach reach, Rates rates) {

    /// The share of what is left that agents reach at the start, `λ'`.
    public double effectiveReach() {
        return reach.within();
    }

    /// The spend at which people have caught up, `1 − λ' + λ'e^{−r_A x} = e^{−r_H x}`.
    ///
    /// @return 0 if agents never lead (`λ'r_A ≤ r_H`), infinite if people never catch up
    public double crossing() {
        return crossing(reach.within(), reach.beyond(), rates.human(), rates.agent());
    }

    /// [#crossing()] on numbers in place.
    static double crossing(double within, double beyond, double human, double agent) {
        if (Reach.spendToSwitch(within, beyond, human, agent) == 0) {
            return 0;
        }
        if (beyond == 0) {
            return Double.POSITIVE_INFINITY;
        }
        // Agents' lead is greatest where both pick equally fast, and gone where people have done
        // all that agents ever will. Zero solves the equation too and must stay outside.
        double low = Math.log(within * agent / human) / (agent - human);
        double high = humanEquivalent(within, beyond, human, Double.POSITIVE_INFINITY);
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (humanEquivalent(within, beyond, human, agent * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /// The people's spend that does what agents do with theirs, `H(x) = −ln(1 − λ' + λ'e^{−r_A
    /// x})/r_H`. Two agents are not two people: `H(2x) < 2H(x)` unless they reach all.
    ///
    /// @param agentSpend at least 0, may be infinite
    public double humanEquivalent(double agentSpend) {
        double work = rates.agent() * Rates.spend("agents' spend", agentSpend);
        return humanEquivalent(reach.within(), reach.beyond(), rates.human(), work);
    }

    /// [#humanEquivalent(double)] on numbers in place.
    ///
    /// @param work agents' rate times their spend
    static double humanEquivalent(double within, double beyond, double human, double work) {
        return Math.abs(Reach.logLeft(within, beyond, work) / human);
    }

    /// `H(∞) = −ln(1 − λ')/r_H`: all that this generation will ever do, in people's spend.
    public double humanEquivalentLimit() {
        return humanEquivalent(
                reach.within(), reach.beyond(), rates.human(), Double.POSITIVE_INFINITY);
    }
}
