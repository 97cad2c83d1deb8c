package rubicon.model.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Moments that a sender names: which are allowed, and how exactly they are kept.
public final class Times {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Times() {}

    /// Notes a moment outside the years that the ledger keeps.
    static void check(String field, @Nullable Instant instant, Faults faults) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            faults.add(field, "%s lies outside the years 1900 to 2199".formatted(instant));
        }
    }

    /// Notes also a moment that claims to come from the future.
    public static void checkPast(
            String field, @Nullable Instant instant, Instant now, Faults faults) {
        if (instant != null && instant.isAfter(now.plus(CLOCK_SKEW))) {
            faults.add(field, "%s is more than five minutes ahead of %s".formatted(instant, now));
        }
        check(field, instant, faults);
    }

    /// Cut to what the ledger stores, so that a moment reads back as it was checked.
    public static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
