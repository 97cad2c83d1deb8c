package rubicon.simulator.scenario.takeoff.software;

import rubicon.simulator.scenario.series.GeometricSteps;

/// [SoftwareExplosion] in closed form where the returns stay: each doubling takes `ρ = 2^(p(1/r −
/// 1))` times as long as the one before.
public final class ConstantReturns {
    private static final double LN_2 = Math.log(2);

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
        return new GeometricSteps(first, logRatio(returns, exponent));
    }

    /// What infinitely many doublings take, the [GeometricSteps#limit] of [#doublings]: infinite
    /// unless `r` is above 1.
    public static double singularTime(double first, double returns, double exponent) {
        return GeometricSteps.limit(first, logRatio(returns, exponent));
    }

    private static double logRatio(double returns, double exponent) {
        return exponent * (1 / returns - 1) * LN_2;
    }
}
