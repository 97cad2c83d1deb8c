package rubicon.ui.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The moment of the past that is asked for. It never lies ahead: the same address must answer the
/// same later.
public final class AsOf {
    private AsOf() {}

    /// Reads a time in UTC, or a day, which stands for all that was known when it ended. The day
    /// that is not over stands for now.
    ///
    /// @return may lie ahead of `now`; empty for anything else
    public static Optional<Instant> parse(String text, Instant now) {
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

    /// The moment that an address asks for under `asOf`; one that lies ahead is brought to now,
    /// with a notice. Null for now.
    public static @Nullable Instant read(QueryReader reader, Instant now) {
        Instant asked =
                reader.value("asOf", text -> parse(text, now), "a day or a time in UTC")
                        .orElse(null);
        if (asked == null || !asked.isAfter(now)) {
            return asked;
        }
        reader.notice(
                "The address asks for %s, which is still to come; what is known now is shown."
                        .formatted(Formats.moment(asked)));
        return upToNow(asked, now);
    }

    /// A moment, or now if it lies ahead.
    public static Instant upToNow(Instant at, Instant now) {
        return at.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : at;
    }

    /// The last second of a day in UTC.
    public static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
    }
}
