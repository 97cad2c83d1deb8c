package rubicon.ingest.source.format;

import static java.math.MathContext.DECIMAL64;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time out of the text of a cell, such as `2.99 minutes`, `168 hours` or `4,531 μs`.
public final class Times {
    private static final Pattern FORM = Pattern.compile("([\\d.,]{1,20})\\s*(\\p{L}{0,12})");
    private static final char GREEK_MU = '\u03bc';
    private static final char MICRO_SIGN = '\u00b5';

    private static final Map<String, BigDecimal> SECONDS =
            Map.ofEntries(
                    Map.entry("\u00b5s", new BigDecimal("0.000001")),
                    Map.entry("us", new BigDecimal("0.000001")),
                    Map.entry("ms", new BigDecimal("0.001")),
                    Map.entry("s", BigDecimal.ONE),
                    Map.entry("sec", BigDecimal.ONE),
                    Map.entry("second", BigDecimal.ONE),
                    Map.entry("seconds", BigDecimal.ONE),
                    Map.entry("min", BigDecimal.valueOf(60)),
                    Map.entry("minute", BigDecimal.valueOf(60)),
                    Map.entry("minutes", BigDecimal.valueOf(60)),
                    Map.entry("h", BigDecimal.valueOf(3_600)),
                    Map.entry("hour", BigDecimal.valueOf(3_600)),
                    Map.entry("hours", BigDecimal.valueOf(3_600)));

    private Times() {}

    /// The length of time that a cell is.
    ///
    /// @param unit that is asked for, and that a bare number is in: `µs`, `ms`, `s`, `min` or `h`
    /// @throws RowFault if it is anything else, or not above zero
    public static double in(String unit, String column, String cell) throws RowFault {
        Matcher form = FORM.matcher(cell.strip().replace(GREEK_MU, MICRO_SIGN));
        if (!form.matches()) {
            throw new RowFault(column, "'%s' is no time".formatted(Cells.shortened(cell)));
        }
        double number =
                Cells.number(column, form.group(1))
                        .orElseThrow(() -> new RowFault(column, "is missing"));
        String said = form.group(2).isEmpty() ? unit : form.group(2).toLowerCase(Locale.ROOT);
        BigDecimal from = SECONDS.get(said);
        BigDecimal to = SECONDS.get(unit);
        if (from == null || to == null) {
            throw new RowFault(column, "'%s' is in no known unit".formatted(Cells.shortened(cell)));
        }
        if (number <= 0) {
            throw new RowFault(column, "'%s' is no time".formatted(Cells.shortened(cell)));
        }
        return BigDecimal.valueOf(number).multiply(from).divide(to, DECIMAL64).doubleValue();
    }
}
