package rubicon.ingest.source.discovery;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// A date of the ledgers: a day, a month or a year, by its length and by the column
/// `date_precision`, where a file has that.
///
/// @param precision `DAY`, `MONTH` or `YEAR`
record LedgerDate(LocalDate firstDay, String precision) {
    private static final String COLUMN = "date";
    private static final String PRECISION = "date_precision";
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})([T ].*)?)?)?");

    /// The date of a row; empty where it says that it has none.
    static Optional<LedgerDate> of(TableRow row) throws RowFault {
        String text = row.text(COLUMN);
        if (Cells.isNothing(text)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new RowFault(COLUMN, "'%s' is no day".formatted(Cells.shortened(text)));
        }
        String written = form.group(3) != null ? "DAY" : form.group(2) != null ? "MONTH" : "YEAR";
        String day =
                "%s-%s-%s"
                        .formatted(
                                form.group(1),
                                form.group(2) == null ? "01" : form.group(2),
                                form.group(3) == null ? "01" : form.group(3));
        LocalDate date =
                Cells.day(COLUMN, day).orElseThrow(() -> new RowFault(COLUMN, "is missing"));
        return Optional.of(cut(date, coarser(written, said(row))));
    }

    /// The date of a row that must have one.
    static LedgerDate needed(TableRow row) throws RowFault {
        return of(row).orElseThrow(() -> new RowFault(COLUMN, "is missing"));
    }

    Report on(Report report) {
        return report.observedIn(firstDay, precision);
    }

    private static String said(TableRow row) throws RowFault {
        String said = row.text(PRECISION).toUpperCase(Locale.ROOT);
        return switch (said) {
            case "" -> "DAY";
            case "DAY", "MONTH", "YEAR" -> said;
            default ->
                    throw new RowFault(
                            PRECISION,
                            "'%s' is none known here"
                                    .formatted(Cells.shortened(row.text(PRECISION))));
        };
    }

    private static String coarser(String one, String other) {
        if (one.equals("YEAR") || other.equals("YEAR")) {
            return "YEAR";
        }
        return one.equals("MONTH") || other.equals("MONTH") ? "MONTH" : "DAY";
    }

    private static LedgerDate cut(LocalDate day, String precision) {
        return switch (precision) {
            case "YEAR" -> new LedgerDate(day.withDayOfYear(1), precision);
            case "MONTH" -> new LedgerDate(day.withDayOfMonth(1), precision);
            default -> new LedgerDate(day, precision);
        };
    }
}
