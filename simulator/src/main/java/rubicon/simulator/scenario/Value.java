package rubicon.simulator.scenario;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

        /// The list of some numbers.
        public static Reals of(double... values) {
            return new Reals(java.util.Arrays.stream(values).boxed().toList());
        }
    }

    /// Integers in the order in which they were asked for.
    record Wholes(List<Long> values) implements Value {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /// A word: what was chosen, or a name.
    record Text(String value) implements Value {}

    /// Words in the order of the list they run along.
    record Texts(List<String> values) implements Value {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /// A day.
    record Day(LocalDate value) implements Value {}

    /// Days in the order of the list they run along.
    record Days(List<LocalDate> values) implements Value {
        public Days {
            values = List.copyOf(values);
        }
    }

    /// Rows of named cells; a cell is no table.
    record Table(List<Map<String, Value>> rows) implements Value {
        public Table {
            rows =
                    rows.stream()
                            .map(row ->
                                    Collections.unmodifiableMap(
                                            new LinkedHashMap<String, Value>(row)))
                            .toList();
        }
    }

    /// An output that these parameters give no value.
    ///
    /// @param reason ends the sentence that the output's name begins, such as `needs two points`
    record Undefined(String reason) implements Value {}

    private static void rejectNaN(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a value is a number or infinite, not NaN");
        }
    }
}
