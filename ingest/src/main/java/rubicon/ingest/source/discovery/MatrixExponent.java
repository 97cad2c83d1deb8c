package rubicon.ingest.source.discovery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.Csv;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// Bounds on the exponent of matrix multiplication, by year; the month where the note names that of
/// the first posting.
final class MatrixExponent {
    static final String FILE = "matrix-omega/matrix-multiplication-omega.csv";

    private static final String YEAR = "year";
    private static final String OMEGA = "omega";
    private static final String DISCOVERER = "discoverer";
    private static final String CREDIT = "credit";
    private static final Pattern FOUR_DIGITS = Pattern.compile("[12]\\d{3}");
    private static final Pattern POSTED = Pattern.compile("First posted (\\p{L}{3,9} [12]\\d{3})");
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private MatrixExponent() {}

    static void read(Ledger ledger) throws DriftException {
        Table table = Csv.read(ledger.file()).needs(YEAR, OMEGA, DISCOVERER, CREDIT);
        for (TableRow row : table.rows()) {
            String key = row.text(YEAR) + " " + row.text(DISCOVERER);
            ledger.mapping().row(key, "omega." + row.number(), () -> add(ledger, key, row));
        }
    }

    private static void add(Ledger ledger, String key, TableRow row) throws RowFault {
        String discoverer = row.needed(DISCOVERER);
        Report report =
                ledger.report("matmul-omega", key)
                        .value(row.neededNumber(OMEGA), "exponent")
                        .note(row.text("note"));
        String source = row.text("source_url");
        if (!source.isEmpty()) {
            report.evidence(source);
        }
        switch (row.needed(CREDIT)) {
            case "human" -> report.model(discoverer).actor("HUMAN");
            case "ai" -> report.model(discoverer, ledger.systems());
            default ->
                    throw new RowFault(
                            CREDIT,
                            "'%s' is none known here".formatted(Cells.shortened(row.text(CREDIT))));
        }
        date(report, row);
        ledger.mapping().add(report);
    }

    private static void date(Report report, TableRow row) throws RowFault {
        String year = row.needed(YEAR);
        if (!FOUR_DIGITS.matcher(year).matches()) {
            throw new RowFault(YEAR, "'%s' is no year".formatted(Cells.shortened(year)));
        }
        Matcher posted = POSTED.matcher(row.text("note"));
        if (posted.find()) {
            try {
                report.observedIn(YearMonth.parse(posted.group(1), MONTH).atDay(1), "MONTH");
                return;
            } catch (DateTimeParseException e) {
                // a word that is no month: the year stands
            }
        }
        report.observedIn(LocalDate.of(Integer.parseInt(year), 1, 1), "YEAR");
    }
}
