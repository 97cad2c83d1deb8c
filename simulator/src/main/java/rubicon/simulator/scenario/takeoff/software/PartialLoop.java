package rubicon.simulator.scenario.takeoff.software;

/// A loop of which software closes a part: a push from outside comes back `r·a` times as strong, so
/// all rounds together give `1/(1 − r·a)`.
///
/// @param returns `r`
/// @param share `a`: share of the loop's input that follows software
/// @see "Tom Cunningham, literature draft on AI R&D loops; it prints r + a > 1, the product is
///   meant"
public record PartialLoop(double returns, double share) {
    /// `r·a`.
    public double product() {
        return returns * share;
    }

    /// Whether each round is stronger than the one before.
    public boolean explosive() {
        return product() > 1;
    }

    /// Effect of all rounds together; infinite from `r·a = 1` on.
    public double amplification() {
        return amplification(product());
    }

    /// The same from `r·a` alone.
    public static double amplification(double product) {
        return product < 1 ? 1 / (1 - product) : Double.POSITIVE_INFINITY;
    }
}
