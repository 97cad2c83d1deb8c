package rubicon.ingest.source;

import java.time.Duration;
import java.util.Optional;

/// How often and how soon an upstream is asked again.
///
/// @param attempts at most this many in all
/// @param backoff pause after the first failure, doubled with each
/// @param longest pause
record Retry(int attempts, Duration backoff, Duration longest) {

    /// One attempt and no more: for somebody who waits for the answer.
    static final Retry NONE = new Retry(1, Duration.ZERO, Duration.ZERO);

    /// The pause before the next attempt; empty when there is none.
    ///
    /// @param failed attempts that failed so far, at least 1
    /// @param jitter in [0, 1): the pause is 0.5 to 1.5 times what it would be, so that many
    ///   clients do not come back together
    Optional<Duration> pause(int failed, UpstreamException failure, double jitter) {
        if (failed >= attempts || !failure.isPassing()) {
            return Optional.empty();
        }
        Optional<Duration> asked = failure.retryAfter();
        if (asked.isPresent()) {
            return asked.filter(it -> it.compareTo(longest) <= 0);
        }
        double seconds = seconds(backoff) * Math.pow(2, failed - 1.0) * (0.5 + jitter);
        return Optional.of(Duration.ofMillis((long) (1_000 * Math.min(seconds, seconds(longest)))));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
