package rubicon.simulator.scenario.applepicking;

/// What one generation of agents did before people took over again.
///
/// @param shareAtRelease `s₀`, the share of what was left that it reached
/// @param agentSpend what was spent with it; 0 if people were worth as much from the start
/// @param switchTime when people took over; when the next generation came or all ended, if that was
///   first
/// @param completed whether it came to the switch, which it never does where it reaches all
/// @param jump rise of the index `−ln R` while it worked
/// @param humanRate `r_H`
public record Handover(
        Generation generation,
        double shareAtRelease,
        double agentSpend,
        double switchTime,
        boolean completed,
        double jump,
        double humanRate) {

    /// The people's spend that does as much.
    public double humanEquivalent() {
        return jump / humanRate;
    }

    /// The jump beyond what people had done with the same spend.
    public double excessJump() {
        return jump - humanRate * agentSpend;
    }
}
