package rubicon.ingest.source.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Days in the forms that upstreams write, where it is not the year first.
public final class Days {
    private Days() {}

    /// The day that a cell is.
    ///
    /// @throws RowFault if it is none
    public static LocalDate in(DateTimeFormatter form, String column, String cell) throws RowFault {
        try {
            return LocalDate.parse(cell.strip(), form);
        } catch (DateTimeException e) {
            throw new RowFault(column, "'%s' is no day".formatted(Cells.shortened(cell)));
        }
    }
}
