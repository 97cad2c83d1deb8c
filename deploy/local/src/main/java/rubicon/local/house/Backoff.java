package rubicon.local.house;

import java.time.Duration;
import java.time.Instant;

/// When a service that ended by itself may start again: at once, then after pauses that double up
/// to half a minute. One that stayed up for a minute begins anew.
///
/// @param startedAt its last start
/// @param pause between its end and the next start
record Backoff(Instant startedAt, Duration pause) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    /// For a service that starts for the first time.
    static Backoff from(Instant start) {
        return new Backoff(start, Duration.ZERO);
    }

    /// When a service that ended then may start again.
    Instant due(Instant end) {
        return end.plus(stayed(end) ? Duration.ZERO : pause);
    }

    /// After that start, which followed that end.
    Backoff restarted(Instant end, Instant start) {
        boolean first = stayed(end) || pause.isZero();
        Duration doubled = first ? FIRST : pause.multipliedBy(2);
        return new Backoff(start, doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    }

    private boolean stayed(Instant end) {
        return Duration.between(startedAt, end).compareTo(FORGOTTEN_AFTER) >= 0;
    }
}
