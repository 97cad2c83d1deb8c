package rubicon.ingest.source.format;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A row of a table.
///
/// @param number counted from 1, without the header
/// @param cells text by column, stripped; a row that is too short has fewer
/// @param use what the row is asked for
public record TableRow(int number, Map<String, String> cells, FieldUse use) {
    public TableRow {
        cells = Map.copyOf(cells);
    }

    /// The text of a cell; empty where there is none.
    public String text(String column) {
        use.asked(column);
        return cells.getOrDefault(column, "");
    }

    /// The text of a cell that must have one.
    ///
    /// @throws RowFault if it has none
    public String needed(String column) throws RowFault {
        String text = text(column);
        if (text.isEmpty()) {
            throw new RowFault(column, "is missing");
        }
        return text;
    }

    /// The number in a cell, if there is one; see [Cells#number].
    public OptionalDouble number(String column) throws RowFault {
        return Cells.number(column, text(column));
    }

    /// The number in a cell that must have one.
    ///
    /// @throws RowFault if it has none
    public double neededNumber(String column) throws RowFault {
        return number(column).orElseThrow(() -> new RowFault(column, "is missing"));
    }

    /// The day in a cell, if there is one; see [Cells#day].
    public Optional<LocalDate> day(String column) throws RowFault {
        return Cells.day(column, text(column));
    }

    /// The day in a cell that must have one.
    ///
    /// @throws RowFault if it has none
    public LocalDate neededDay(String column) throws RowFault {
        return day(column).orElseThrow(() -> new RowFault(column, "is missing"));
    }
}
