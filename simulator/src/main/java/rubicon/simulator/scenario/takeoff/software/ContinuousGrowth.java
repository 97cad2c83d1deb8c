package rubicon.simulator.scenario.takeoff.software;

/// The continuous limit of [ConstantReturns]: `S(t) = (1 − q·g₀·t)^(−1/q)` from `S(0) = 1`, with `q
/// = p(1 − 1/r)`. Explodes for `q > 0`, is exponential at 0, a power law below.
///
/// @param growth `g₀`, initial rate of growth
public record ContinuousGrowth(double growth, double q) {
    /// The level at a time; infinite from the singular time on.
    public double level(double time) {
        double used = q * growth * time;
        if (used >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.exp(used == 0 ? growth * time : -Math.log1p(-used) / q);
    }

    /// When the level becomes infinite; infinite if it never does.
    public double singularTime() {
        double speed = q * growth;
        return speed > 0 ? 1 / speed : Double.POSITIVE_INFINITY;
    }
}
