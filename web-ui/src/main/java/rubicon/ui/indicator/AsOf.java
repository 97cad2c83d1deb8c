package rubicon.ui.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The moment of the past that is asked for. It never lies ahead: the same address must answer the
/// same later.
final class AsOf {
    private AsOf() {}

    /// Reads a time in UTC, or a day, which stands for all that was known when it ended. The day
    /// that is not over stands for now.
    ///
    /// @return may lie ahead of `now`; empty for anything else
    static Optional<Instant> parse(String text, Instant now) {
        try {
            if (text.indexOf('T') >= 0) {
                return Optional.of(Instant.parse(text));
            }
            LocalDate day = LocalDate.parse(text);
            boolean ahead = day.isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate());
            return Optional.of(ahead ? endOf(day) : upToNow(endOf(day), now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// A moment, or now if it lies ahead.
    static Instant upToNow(Instant at, Instant now) {
        return at.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : at;
    }

    static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
    }
}
