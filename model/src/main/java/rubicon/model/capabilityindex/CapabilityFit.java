package rubicon.model.capabilityindex;

import java.util.List;

/// The outcome of a fit.
///
/// @param placement shifted so that the anchor's difficulty is 0
/// @param cost before the shift
/// @param atBound benchmarks whose slope stands at .1 or 10: they hardly tell models apart, or the
///   scores on them contradict the order that all others give
/// @param steps that the solver took
/// @param gradient largest slope of the cost in any free direction where the solver stopped; a
///   number near 0 shows that nothing was left to gain
public record CapabilityFit(
        Placement placement, double cost, List<Integer> atBound, int steps, double gradient) {
    public CapabilityFit {
        atBound = List.copyOf(atBound);
    }

    /// The scale on which one model has 130 and another 150.
    ///
    /// @param low place of the model with 130
    /// @param high place of the model with 150
    public AnchoredScale scale(int low, int high) {
        return AnchoredScale.through(
                placement.capability().get(low), placement.capability().get(high));
    }
}
