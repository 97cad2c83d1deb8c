package rubicon.simulator.scenario.compoundingerror;

import org.hipparchus.special.Beta;

/// The error is constant but not known: *e* has a Beta distribution, and all generations share the
/// one that is true. Mean survival is `E[(1−e)^n] = B(a, b+n)/B(a, b)`, never below the plug-in
/// `(1−mean)^n` (Jensen): ignorance of *e* makes long chains look safer on average, while the
/// unlucky part of the distribution fares far worse. So all three belong on one picture.
///
/// @param a, b of the Beta distribution, above 0; from audit statistics `1 + misses`, `1 + passes`
public record UncertainChain(double a, double b) implements Chain {

    public UncertainChain {
        if (!(a > 0 && b > 0 && a + b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a and b must be above 0, not %s and %s".formatted(a, b));
        }
    }

    /// Mean survival, over what is believed of *e*.
    @Override
    public double aligned(long generations) {
        Chain.requireGenerations(generations);
        return aligned(a, b, Beta.logBeta(a, b), generations);
    }

    /// The same where `ln B(a, b)` is known.
    static double aligned(double a, double b, double logBeta, long generations) {
        return Math.exp(Beta.logBeta(a, b + generations) - logBeta);
    }

    /// The mean `a/(a+b)` of *e*, which a plug-in takes for the truth.
    public double meanError() {
        return a / (a + b);
    }

    /// The error below which *e* lies with the given probability.
    ///
    /// Survival falls as *e* rises: a chain with the 95 % quantile of *e* has the 5 % quantile of
    /// survival, after any number of generations.
    ///
    /// @param probability in (0, 1)
    public double errorQuantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability must be between 0 and 1, not " + probability);
        }
        return new rubicon.model.stats.Beta(a, b).quantile(probability);
    }
}
