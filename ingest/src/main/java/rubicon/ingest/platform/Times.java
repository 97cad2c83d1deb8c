package rubicon.ingest.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Times and days as senders write them, of the years 1 to 9999: what RFC 3339 and the database
/// both know.
public final class Times {
    private Times() {}

    /// An RFC 3339 time.
    ///
    /// @throws DateTimeException if it is none
    public static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    /// A day of the calendar.
    ///
    /// @throws DateTimeException if it is none
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
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
