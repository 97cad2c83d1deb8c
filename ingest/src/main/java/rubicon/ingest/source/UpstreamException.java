package rubicon.ingest.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An upstream that did not give what it should. The message names the reason for a reader who
/// knows the source's address.
final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean passing;
    private final boolean absence;
    private final @Nullable Duration retryAfter;

    private UpstreamException(
            String message, boolean passing, boolean absence, @Nullable Duration retryAfter) {
        super(message);
        this.passing = passing;
        this.absence = absence;
        this.retryAfter = retryAfter;
    }

    /// It may well answer soon.
    static UpstreamException passing(String reason) {
        return new UpstreamException(reason, true, false, null);
    }

    /// It asked to be left alone for a while.
    static UpstreamException busy(String reason, @Nullable Duration retryAfter) {
        return new UpstreamException(reason, true, false, retryAfter);
    }

    /// Asking again would give the same.
    static UpstreamException lasting(String reason) {
        return new UpstreamException(reason, false, false, null);
    }

    /// There is nothing at that address.
    static UpstreamException absent(String reason) {
        return new UpstreamException(reason, false, true, null);
    }

    /// Whether there is nothing to read, rather than something that cannot be read.
    boolean isAbsence() {
        return absence;
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
