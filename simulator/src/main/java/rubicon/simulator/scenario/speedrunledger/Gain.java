package rubicon.simulator.scenario.speedrunledger;

import java.util.function.DoubleSupplier;

/// What coming records gain together, never below 0, by a law whose slope may differ from run to
/// run.
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

    /// `ε·ln((N + k)/N)` after `N` steps: each record gains less than the one before.
    record Jones(DoubleSupplier elasticity, int steps) implements Gain {
        @Override
        public double of(double records, double years) {
            return Math.max(0, elasticity.getAsDouble()) * Math.log1p(records / steps);
        }

        @Override
        public double years(double nats, double rate) {
            double slope = elasticity.getAsDouble();
            return slope > 0 && rate > 0
                    ? steps * Math.expm1(nats / slope) / rate
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
    record Line(DoubleSupplier perYear) implements Gain {
        @Override
        public double of(double records, double years) {
            return Math.max(0, perYear.getAsDouble()) * years;
        }

        @Override
        public double years(double nats, double rate) {
            double slope = perYear.getAsDouble();
            return slope > 0 ? nats / slope : Double.POSITIVE_INFINITY;
        }
    }
}
