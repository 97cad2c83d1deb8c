package rubicon.simulator.scenario.applepicking;

/// One model generation.
///
/// @param release when it comes, at least 0, in the caller's unit of time
/// @param reach `λ`, the height up to which it picks, at least 0; from 1 on it reaches all
/// @param agentRate `r_A`, at least 0
public record Generation(double release, double reach, double agentRate) {
    public Generation {
        if (!(release >= 0 && Double.isFinite(release))) {
            throw new IllegalArgumentException("a release is at 0 or later, not " + release);
        }
        Reach.requireHeight(reach);
    }
}
