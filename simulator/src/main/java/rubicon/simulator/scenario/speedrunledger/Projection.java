package rubicon.simulator.scenario.speedrunledger;

import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.stats.Logistic;

/// How a ledger goes on: records come at a steady rate, and a law tells what they gain.
///
/// @param rate records a year, at least 0
/// @param countAt where in its Poisson distribution the number of records lies, in (0, 1)
/// @param gain by the law
record Projection(double rate, double countAt, Gain gain) {

    /// What coming records gain together, never below 0.
    sealed interface Gain {
        /// Gain of a number of records in a time.
        ///
        /// @param records how many, at least 0
        /// @param years in how much time, at least 0
        double of(double records, double years);

        /// Years until a gain is there, at a steady rate of records.
        ///
        /// @param nats above 0
        double years(double nats, double rate);
    }

    /// `ε·ln((N + k)/N)` after `N` steps: each record gains less than the one before.
    record Jones(double elasticity, int steps) implements Gain {
        @Override
        public double of(double records, double years) {
            return Math.max(0, elasticity) * Math.log1p(records / steps);
        }

        @Override
        public double years(double nats, double rate) {
            return elasticity > 0 && rate > 0
                    ? steps * Math.expm1(nats / elasticity) / rate
                    : Double.POSITIVE_INFINITY;
        }
    }

    /// `k` times the same step.
    record MeanStep(double step) implements Gain {
        @Override
        public double of(double records, double years) {
            return Math.max(0, step) * records;
        }

        @Override
        public double years(double nats, double rate) {
            return step > 0 && rate > 0 ? nats / (step * rate) : Double.POSITIVE_INFINITY;
        }
    }

    /// A straight line in time, however many records it takes.
    record Line(double perYear) implements Gain {
        @Override
        public double of(double records, double years) {
            return Math.max(0, perYear) * years;
        }

        @Override
        public double years(double nats, double rate) {
            return perYear > 0 ? nats / perYear : Double.POSITIVE_INFINITY;
        }
    }

    /// Number of records in a time ahead.
    double records(double years) {
        double mean = rate * years;
        return mean > 0 ? new PoissonDistribution(mean).inverseCumulativeProbability(countAt) : 0;
    }

    /// What is gained in a time ahead.
    double gained(double years) {
        return gain.of(records(years), years);
    }

    /// The quantile of a rate.
    ///
    /// @param u in (0, 1)
    static double quantile(GammaPoisson rate, double u) {
        return new GammaDistribution(rate.a(), 1 / rate.b()).inverseCumulativeProbability(u);
    }

    /// Mean over a time of a share whose log odds rise evenly: `(softplus(z + gτ) −
    /// softplus(z))/gτ`.
    ///
    /// @param logit z at the beginning
    /// @param rise gτ over all of the time
    static double meanShare(double logit, double rise) {
        // Near 0 the difference would lose its digits; the middle is right to rise².
        return Math.abs(rise) < 1e-5
                ? Logistic.of(logit + rise / 2)
                : (softplus(logit + rise) - softplus(logit)) / rise;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
