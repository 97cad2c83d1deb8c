package rubicon.simulator.scenario;

import java.time.LocalDate;
import java.util.Map;

/// A row of a table that was checked: each column's value has the type of its domain.
public record Row(Map<String, Value> cells) {

    /// The cell of a column of real numbers.
    public double real(Domain.Column column) {
        if (cells.get(column.name()) instanceof Value.Real(double real)) {
            return real;
        }
        throw mismatch(column);
    }

    /// The cell of a column of integers.
    public long whole(Domain.Column column) {
        if (cells.get(column.name()) instanceof Value.Whole(long whole)) {
            return whole;
        }
        throw mismatch(column);
    }

    /// The cell of a column of choices or names.
    public String text(Domain.Column column) {
        if (cells.get(column.name()) instanceof Value.Text(String text)) {
            return text;
        }
        throw mismatch(column);
    }

    /// The cell of a column of days.
    public LocalDate day(Domain.Column column) {
        if (cells.get(column.name()) instanceof Value.Day(LocalDate day)) {
            return day;
        }
        throw mismatch(column);
    }

    private static IllegalStateException mismatch(Domain.Column column) {
        return new IllegalStateException(
                "column " + column.name() + " is not in this row in that type");
    }
}
