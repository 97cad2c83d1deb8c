package rubicon.ingest.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An upstream that did not give what it should. The message names the reason for a reader who
/// knows the source's address.
final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final @Nullable Duration retryAfter;

    private UpstreamException(String message, boolean passing, @Nullable Duration retryAfter) {
        super(message);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /// It may well answer soon.
    static UpstreamException passing(String reason) {
        return new UpstreamException(reason, true, null);
    }

    /// It asked to be left alone for a while.
    static UpstreamException busy(String reason, @Nullable Duration retryAfter) {
        return new UpstreamException(reason, true, retryAfter);
    }

    /// Asking again would give the same.
    static UpstreamException lasting(String reason) {
        return new UpstreamException(reason, false, null);
    }

    /// Whether another try may help.
    boolean isPassing() {
        return passing;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /// The reason, for a reader.
    String reason() {
        return String.valueOf(getMessage());
    }
}
