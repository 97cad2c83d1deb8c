package rubicon.simulator.scenario;

import java.util.List;

/// A value of a parameter or of an output.
public sealed interface Value {

    /// A real number; an output may be infinite ("never"), none is NaN.
    record Real(double value) implements Value {
        public Real {
            rejectNaN(value);
        }
    }

    /// An integer.
    record Whole(long value) implements Value {}

    /// Real numbers in the order of the list they run along.
    record Reals(List<Double> values) implements Value {
        public Reals {
            values = List.copyOf(values);
            values.forEach(Value::rejectNaN);
        }
    }

    /// Integers in the order in which they were asked for.
    record Wholes(List<Long> values) implements Value {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    private static void rejectNaN(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a value is a number or infinite, not NaN");
        }
    }
}
