package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final String[] FORMS = {
        "2026-03-03T21:04:54Z",
        "2026-03-03T21:04:54.1Z",
        "2026-03-03T21:04:54.123456789Z",
        "2026-03-03T21:04Z",
        "2026-03-03T21:04:54+02:00"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T21:04:54Z",
                "2024-02-29T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2026-03-03T21:04:54.5Z",
                "2026-03-03t21:04:54z",
                "2026-03-03T21:04Z",
                "2026-03-03T21:04:54.000001+05:30"
            })
    void timeIsReadAsTheStandardParserReadsIt(String text) {
        assertThat(Times.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-03-03T24:00:00Z",
                "2026-03-03T21:04:60Z",
                "2026-03-03T21:04:54.1234567890Z",
                "2026-03-03 21:04:54Z",
                "2026-03-03T21:04:54",
                "2026-03-03",
                ""
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void textsNearATimeAreReadOrRefusedAsByTheStandardParser() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(FORMS[random.nextInt(FORMS.length)]);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        "0123456789-:.TZ+ ".charAt(random.nextInt(17)));
            }
            String mine = text.toString();
            assertThat(read(mine)).as(mine).isEqualTo(readByTheStandardParser(mine));
        }
    }

    private static String read(String text) {
        try {
            return Times.instant(text).toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    private static String readByTheStandardParser(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9999 ? "refused" : time.toInstant().toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }
}
