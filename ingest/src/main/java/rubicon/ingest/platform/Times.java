package rubicon.ingest.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Times and days as senders write them, of the years 1 to 9999: what RFC 3339 and the database
/// both know.
public final class Times {
    private static final String DAY = "0000-00-00";
    private static final String SECONDS = "0000-00-00T00:00:00";

    private Times() {}

    /// An RFC 3339 time.
    ///
    /// @throws DateTimeException if it is none
    public static Instant instant(String text) {
        Instant plain = plain(text);
        Instant instant = plain == null ? OffsetDateTime.parse(text).toInstant() : plain;
        requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    /// A time with seconds and in UTC, as nearly all senders write it: read ten times as fast as by
    /// the parser that knows the other forms. Null for those.
    private static @Nullable Instant plain(String text) {
        int end = text.length() - 1;
        int fraction = end - SECONDS.length();
        if (fraction < 0 || fraction == 1 || fraction > 10 || text.charAt(end) != 'Z') {
            return null;
        }
        for (int i = 0; i < end; i++) {
            char form = i < SECONDS.length() ? SECONDS.charAt(i) : i > SECONDS.length() ? '0' : '.';
            char it = text.charAt(i);
            if (form == '0' ? it < '0' || it > '9' : it != form) {
                return null;
            }
        }
        int nanos = fraction == 0 ? 0 : number(text, SECONDS.length() + 1, end);
        for (int i = fraction; i > 0 && i < 10; i++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /// A day as nearly all senders write it. Null for another form.
    private static @Nullable LocalDate plainDay(String text) {
        if (text.length() != DAY.length()) {
            return null;
        }
        for (int i = 0; i < DAY.length(); i++) {
            char it = text.charAt(i);
            if (DAY.charAt(i) == '0' ? it < '0' || it > '9' : it != '-') {
                return null;
            }
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /// A day of the calendar.
    ///
    /// @throws DateTimeException if it is none
    public static LocalDate day(String text) {
        LocalDate plain = plainDay(text);
        LocalDate day = plain == null ? LocalDate.parse(text) : plain;
        requireYear(day.getYear());
        return day;
    }

    /// A parameter that is a time.
    ///
    /// @throws ProblemException if it is none
    public static Instant instant(String field, String text) {
        try {
            return instant(text);
        } catch (DateTimeException e) {
            throw ProblemException.refused(
                    field,
                    "'%s' is no RFC 3339 time such as 2026-03-03T00:00:00Z, of the years 1 to 9999"
                            .formatted(text));
        }
    }

    /// A parameter that is a day.
    ///
    /// @throws ProblemException if it is none
    public static LocalDate day(String field, String text) {
        try {
            return day(text);
        } catch (DateTimeException e) {
            throw ProblemException.refused(
                    field,
                    "'%s' is no day such as 2026-03-03, of the years 1 to 9999".formatted(text));
        }
    }

    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
    }
}
