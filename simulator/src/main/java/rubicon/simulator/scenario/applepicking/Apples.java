package rubicon.simulator.scenario.applepicking;

/// What is left on a tree, as shares of all that once hung on it.
///
/// @param bottom `B`, within the agents' reach
/// @param top `T`, beyond it
/// @param progress the index `−ln(B + T)`, which is exact also where next to nothing is picked or
///   left
public record Apples(double bottom, double top, double progress) {

    /// `R = B + T`.
    public double remaining() {
        return bottom + top;
    }

    /// What the next unit of spend is worth with agents, `r_A·B`.
    public double marginalAgent(Rates rates) {
        return rates.agent() * bottom;
    }

    /// What the next unit of spend is worth with people, `r_H·(B + T)`.
    public double marginalHuman(Rates rates) {
        return rates.human() * remaining();
    }
}
