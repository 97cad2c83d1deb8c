package rubicon.ingest.source.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/// Days in the forms that upstreams write, where it is not the year first.
public final class Days {
    private Days() {}

    /// The day that a cell is; one that cannot be, such as 30 February, is none.
    ///
    /// @param form with the year as `u`: a year of era (`y`) is no year without its era
    /// @throws RowFault if it is none
    public static LocalDate in(DateTimeFormatter form, String column, String cell) throws RowFault {
        try {
            return LocalDate.parse(cell.strip(), form.withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeException e) {
            throw new RowFault(column, "'%s' is no day".formatted(Cells.shortened(cell)));
        }
    }
}
