package rubicon.simulator.scenario.takeoff.software;

import rubicon.simulator.scenario.series.GeometricSteps;

/// [SoftwareExplosion] in closed form where the returns stay: each doubling takes `ρ = 2^(p(1/r −
/// 1))` times as long as the one before.
public final class ConstantReturns {
    private ConstantReturns() {}

    /// The doublings.
    ///
    /// @param first `T₀`, time of the first doubling, in any unit
    /// @param returns `r`, above 0
    /// @param exponent `p`, at least 0
    public static GeometricSteps doublings(double first, double returns, double exponent) {
        if (!(first > 0 && returns > 0 && exponent >= 0)) {
            throw new IllegalArgumentException(
                    "T0 %s and r %s must be above 0, p %s at least 0"
                            .formatted(first, returns, exponent));
        }
        return new GeometricSteps(first, exponent * (1 / returns - 1) * Math.log(2));
    }
}
