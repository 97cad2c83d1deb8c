package rubicon.simulator.scenario;

import java.util.Optional;

/// A place in a model's parameters that holds one number: a parameter, or a cell of a table.
///
/// @param cell empty where the parameter is the number
public record Slot(String parameter, Optional<Cell> cell) implements Comparable<Slot> {

    /// A cell of a table.
    ///
    /// @param row from 0
    public record Cell(int row, String column) {
        public Cell {
            if (row < 0) {
                throw new IllegalArgumentException("row " + row);
            }
        }
    }

    /// The parameter itself.
    public static Slot of(String parameter) {
        return new Slot(parameter, Optional.empty());
    }

    /// A cell of the table that the parameter is.
    public static Slot of(String parameter, int row, String column) {
        return new Slot(parameter, Optional.of(new Cell(row, column)));
    }

    /// Such as `fidelity` or `stages[1].automated`, its rows counted from 1 as people do.
    @Override
    public String toString() {
        return parameter
                + cell.map(it -> "[%d].%s".formatted(it.row() + 1, it.column())).orElse("");
    }

    @Override
    public int compareTo(Slot other) {
        return toString().compareTo(other.toString());
    }
}
