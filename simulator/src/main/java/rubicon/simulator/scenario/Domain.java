package rubicon.simulator.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The values that a parameter may take. Bounds belong to the domain.
public sealed interface Domain {

    /// What is wrong with a value, ending the sentence that its parameter's name begins; empty if
    /// nothing is.
    Optional<String> objection(Value value);

    /// The allowed values in words, such as `a number from 0 to 1`.
    String inWords();

    /// An allowed value as it is kept: the cells of a table's rows in the order of its columns,
    /// whatever order they came in. Equal values are then written as equal text.
    default Value ordered(Value value) {
        return value;
    }

    /// Whether a value can be drawn from a distribution of numbers.
    default boolean isNumeric() {
        return false;
    }

    /// How far apart two numbers of an interval are felt to be: by their difference or by their
    /// ratio. A slider follows it.
    enum Scale {
        /// Equal differences look equal.
        LINEAR,
        /// Equal ratios look equal; the interval lies above 0.
        LOG
    }

    /// Real numbers of an interval.
    record Real(double min, double max, Scale scale) implements Domain {
        public Real {
            requireInterval(min, max);
            if (scale == Scale.LOG && min <= 0) {
                throw new IllegalArgumentException("no ratio reaches " + min);
            }
        }

        /// An interval on a linear scale.
        public Real(double min, double max) {
            this(min, max, Scale.LINEAR);
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Real(double real)
                    ? outside(this, real < min || real > max, text(real))
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "a number from %s to %s".formatted(text(min), text(max));
        }

        @Override
        public boolean isNumeric() {
            return true;
        }
    }

    /// Integers of an interval.
    record Whole(long min, long max) implements Domain {
        public Whole {
            requireInterval((double) min, (double) max);
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Whole(long whole)
                    ? outside(this, whole < min || whole > max, Long.toString(whole))
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "an integer from %d to %d".formatted(min, max);
        }

        @Override
        public boolean isNumeric() {
            return true;
        }
    }

    /// Lists of one to `maxItems` integers of an interval.
    record Wholes(long min, long max, int maxItems) implements Domain {
        public Wholes {
            requireInterval((double) min, (double) max);
            requireItems(1, maxItems);
        }

        @Override
        public Optional<String> objection(Value value) {
            if (!(value instanceof Value.Wholes(var wholes))) {
                return Optional.of("must be " + inWords());
            }
            if (wholes.isEmpty() || wholes.size() > maxItems) {
                return outside(this, true, "a list of " + wholes.size());
            }
            return wholes.stream()
                    .filter(whole -> whole < min || whole > max)
                    .findFirst()
                    .flatMap(whole -> outside(this, true, Long.toString(whole)));
        }

        @Override
        public String inWords() {
            return "a list of 1 to %d integers from %d to %d".formatted(maxItems, min, max);
        }
    }

    /// Lists of `minItems` to `maxItems` real numbers of an interval.
    record Reals(double min, double max, int minItems, int maxItems) implements Domain {
        public Reals {
            requireInterval(min, max);
            requireItems(minItems, maxItems);
        }

        @Override
        public Optional<String> objection(Value value) {
            if (!(value instanceof Value.Reals(var reals))) {
                return Optional.of("must be " + inWords());
            }
            if (reals.size() < minItems || reals.size() > maxItems) {
                return outside(this, true, "a list of " + reals.size());
            }
            return reals.stream()
                    .filter(real -> real < min || real > max)
                    .findFirst()
                    .flatMap(real -> outside(this, true, text(real)));
        }

        @Override
        public String inWords() {
            return "a list of %d to %d numbers from %s to %s"
                    .formatted(minItems, maxItems, text(min), text(max));
        }
    }

    /// One of some names.
    record Choice(List<String> names) implements Domain {
        public Choice {
            names = List.copyOf(names);
            if (names.size() < 2 || Set.copyOf(names).size() != names.size()) {
                throw new IllegalArgumentException("no choice among " + names);
            }
        }

        /// A choice among the given names.
        public static Choice of(String... names) {
            return new Choice(List.of(names));
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Text(String text)
                    ? outside(this, !names.contains(text), "'" + Domain.cut(text) + "'")
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "one of " + String.join(", ", names);
        }
    }

    /// A name of one's own, such as a stage's: one to `maxLength` characters.
    record Name(int maxLength) implements Domain {
        public Name {
            requireItems(1, maxLength);
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Text(String text)
                    ? outside(
                            this,
                            text.isBlank() || text.length() > maxLength,
                            text.isBlank() ? "blank" : "%d long".formatted(text.length()))
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "a text of 1 to %d characters".formatted(maxLength);
        }
    }

    /// Days of an interval.
    record Day(LocalDate min, LocalDate max) implements Domain {
        public Day {
            if (!min.isBefore(max)) {
                throw new IllegalArgumentException("not an interval: " + min + " to " + max);
            }
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Day(LocalDate day)
                    ? outside(this, day.isBefore(min) || day.isAfter(max), day.toString())
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "a date from %s to %s".formatted(min, max);
        }
    }

    /// Tables of `minRows` to `maxRows` rows, each with a value in every column.
    record Table(List<Column> columns, int minRows, int maxRows) implements Domain {
        public Table {
            columns = List.copyOf(columns);
            requireItems(minRows, maxRows);
            Set<String> names = new HashSet<>();
            for (Column column : columns) {
                if (column.domain() instanceof Table || !names.add(column.name())) {
                    throw new IllegalArgumentException(
                            "a table cannot have the column " + column.name());
                }
            }
        }

        @Override
        public Optional<String> objection(Value value) {
            if (!(value instanceof Value.Table(var rows))) {
                return Optional.of("must be " + inWords());
            }
            if (rows.size() < minRows || rows.size() > maxRows) {
                return outside(this, true, "a table of " + rows.size());
            }
            return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                    .flatMap(i -> objection(rows.get(i), i + 1).stream())
                    .findFirst();
        }

        private Optional<String> objection(Map<String, Value> row, int number) {
            for (Column column : columns) {
                Value cell = row.get(column.name());
                if (cell == null) {
                    return Optional.of("needs %s in row %d".formatted(column.name(), number));
                }
                Optional<String> objection = column.domain().objection(cell);
                if (objection.isPresent()) {
                    return Optional.of(
                            "is wrong in row %d: %s %s"
                                    .formatted(number, column.name(), objection.get()));
                }
            }
            return row.keySet().stream()
                    .filter(name -> columns.stream().noneMatch(it -> it.name().equals(name)))
                    .findFirst()
                    .map(name ->
                            "has no column %s (row %d); its columns are %s"
                                    .formatted(cut(name), number, columnNames()));
        }

        @Override
        public Value ordered(Value value) {
            if (!(value instanceof Value.Table(var rows))) {
                throw new IllegalArgumentException("no table");
            }
            return new Value.Table(rows.stream().map(this::ordered).toList());
        }

        private Map<String, Value> ordered(Map<String, Value> row) {
            Map<String, Value> cells = new LinkedHashMap<>();
            for (Column column : columns) {
                Value cell = row.get(column.name());
                if (cell != null) {
                    cells.put(column.name(), cell);
                }
            }
            return cells;
        }

        /// The column of a name.
        public Optional<Column> column(String name) {
            return columns.stream().filter(it -> it.name().equals(name)).findFirst();
        }

        @Override
        public String inWords() {
            return "a list of %d to %d rows with %s".formatted(minRows, maxRows, columnNames());
        }

        private String columnNames() {
            return String.join(", ", columns.stream().map(Column::name).toList());
        }
    }

    /// A column of a table.
    ///
    /// @param name as written in requests and answers, in camel case
    /// @param symbol as in the model's equations
    /// @param unit what one of it is; `1` for a pure number
    /// @param meaning one sentence that a reader without the equations understands
    /// @param domain of each cell; no table
    record Column(String name, String symbol, String unit, String meaning, Domain domain) {}

    private static Optional<String> outside(Domain domain, boolean isOutside, String what) {
        return isOutside
                ? Optional.of("must be %s, not %s".formatted(domain.inWords(), what))
                : Optional.empty();
    }

    private static void requireInterval(double min, double max) {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
            throw new IllegalArgumentException("not an interval: " + min + " to " + max);
        }
    }

    private static void requireItems(int min, int max) {
        if (min < 0 || max < 1 || min > max) {
            throw new IllegalArgumentException("a list of %d to %d items".formatted(min, max));
        }
    }

    private static String cut(String text) {
        int longest = 60;
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    private static String text(double real) {
        if (Double.isInfinite(real)) {
            return Double.toString(real);
        }
        BigDecimal exact = new BigDecimal(Double.toString(real)).stripTrailingZeros();
        // A value typed with a huge exponent would fill the message with its digits.
        return Math.abs(exact.scale()) > 20 ? exact.toString() : exact.toPlainString();
    }
}
