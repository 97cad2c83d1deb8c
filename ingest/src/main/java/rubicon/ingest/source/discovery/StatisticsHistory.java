package rubicon.ingest.source.discovery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// The counts after each change of the list, several a day: the last of each month is kept. Rows
/// have more cells than the header from 2025-12-12 on; those are passed over.
final class StatisticsHistory {
    static final String FILE = "statistics_history.csv";

    private static final String DATE = "date";
    private static final String LISTED = "total_problems";
    private static final String SOLVED = "total_solved";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss XX", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private StatisticsHistory() {}

    /// @param mapping gets the rows that cannot be read
    static SortedMap<YearMonth, Month> months(Fetched file, Mapping mapping) throws DriftException {
        Table table = Csv.read(file).needs(DATE, LISTED, SOLVED);
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        for (TableRow row : table.rows()) {
            mapping.row(
                    row.text(DATE),
                    "statistics." + row.number(),
                    () -> {
                        Month count = count(row);
                        months.merge(count.month(), count, StatisticsHistory::later);
                    });
        }
        if (months.isEmpty()) {
            throw new DriftException(
                    "no row has '%s', '%s' and '%s'".formatted(DATE, LISTED, SOLVED));
        }
        return months;
    }

    private static Month count(TableRow row) throws RowFault {
        return new Month(day(row), count(row, SOLVED), count(row, LISTED), FILE);
    }

    /// The day where the change was made.
    private static LocalDate day(TableRow row) throws RowFault {
        String text = row.needed(DATE);
        try {
            return ZonedDateTime.parse(text, TIME).toLocalDate();
        } catch (DateTimeParseException e) {
            throw new RowFault(DATE, "'%s' is no time".formatted(Cells.shortened(text)));
        }
    }

    private static long count(TableRow row, String column) throws RowFault {
        double count = row.neededNumber(column);
        if (count < 0 || count != Math.rint(count)) {
            throw new RowFault(
                    column, "'%s' is no count".formatted(Cells.shortened(row.text(column))));
        }
        return (long) count;
    }

    /// Of one day the row that stands below: the file is in the order of the changes.
    private static Month later(Month one, Month below) {
        return below.day().isBefore(one.day()) ? one : below;
    }
}
