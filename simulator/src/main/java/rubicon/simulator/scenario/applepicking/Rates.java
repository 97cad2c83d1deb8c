package rubicon.simulator.scenario.applepicking;

/// How fast apples are picked: a unit of spend takes the share `1 − e^{−rate}` of what is in reach.
///
/// @param human `r_H`, at all heights, above 0
/// @param agent `r_A`, within the agents' reach, at least 0
public record Rates(double human, double agent) {
    public Rates {
        if (!(human > 0 && Double.isFinite(human))) {
            throw new IllegalArgumentException("people's rate is above 0, not " + human);
        }
        if (!(agent >= 0 && Double.isFinite(agent))) {
            throw new IllegalArgumentException("agents' rate is at least 0, not " + agent);
        }
    }

    /// The bottom share at which a unit of spend is worth as much with either, `s* = r_H/r_A`; 1 or
    /// more, or infinite, where agents are never worth it.
    public double balance() {
        return human / agent;
    }

    /// Fails unless a spend is at least 0.
    static double spend(String name, double spend) {
        if (!(spend >= 0)) {
            throw new IllegalArgumentException(name + " is at least 0, not " + spend);
        }
        return spend;
    }
}
