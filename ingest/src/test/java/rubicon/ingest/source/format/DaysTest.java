package rubicon.ingest.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "M/d/uu,     05/28/24,   2024-05-28",
        "M/d/uu,     1/5/26,     2026-01-05",
        "M/d/uu,     02/29/24,   2024-02-29",
        "uuuu-M-d,   2026-2-3,   2026-02-03",
        "MMM d uuuu, Feb 3 2026, 2026-02-03"
    })
    void dayIsReadInTheFormOfItsUpstream(String form, String cell, LocalDate day) throws Exception {
        assertThat(Days.in(form(form), "Date", " " + cell + " ")).isEqualTo(day);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "M/d/uu,     02/30/25",
        "M/d/uu,     02/29/25",
        "M/d/uu,     13/01/25",
        "M/d/uu,     05/28/2024",
        "uuuu-M-d,   2026-02-30",
        "MMM d uuuu, Feb 30 2026"
    })
    void dayThatCannotBeIsNoneRatherThanTheNextBest(String form, String cell) {
        assertThatThrownBy(() -> Days.in(form(form), "Date", cell))
                .isInstanceOfSatisfying(
                        RowFault.class,
                        it -> {
                            assertThat(it.field()).isEqualTo("Date");
                            assertThat(it.reason()).isEqualTo("'%s' is no day".formatted(cell));
                        });
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
