package rubicon.ingest.source.evaltool;

import java.util.Locale;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.format.Decimals;

/// How the numbers of a result count. Shares are put into per cent, exactly.
///
/// @param unit of what comes out
/// @param isShare whether what goes in is a part of one
record Measure(String unit, boolean isShare) {

    /// By the word of a tool or an option.
    static Measure of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "share", "proportion", "fraction" -> new Measure("%", true);
            case "percent", "percentage" -> new Measure("%", false);
            default -> new Measure(word.strip(), false);
        };
    }

    double of(double number) {
        return isShare ? Decimals.percent(number) : number;
    }

    Report value(Report report, double number) {
        return report.value(of(number), unit);
    }

    /// The interval of one standard error about a value.
    Report standardError(Report report, double number, double error) {
        return error > 0
                ? report.interval(of(number - error), of(number + error), null, "STANDARD_ERROR")
                : report;
    }
}
