package rubicon.ingest.source.discovery;

import java.time.LocalDate;
import java.time.YearMonth;

/// How many problems were listed and solved at the last count of a month.
///
/// @param file that says it
record Month(LocalDate day, long solved, long listed, String file) {

    YearMonth month() {
        return YearMonth.from(day);
    }
}
