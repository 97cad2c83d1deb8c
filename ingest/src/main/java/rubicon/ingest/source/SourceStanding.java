package rubicon.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a source stands between two runs.
///
/// @param url of the last payload
/// @param connectorVersion that mapped the last payload
/// @param validators that the upstream gave with it
/// @param rowsMissing whether so many of its rows vanished that none was withdrawn
/// @param formChanged whether the last run met a form that its connector does not know
/// @param rows keys of its rows
record SourceStanding(
        @Nullable String url,
        @Nullable String connectorVersion,
        Validators validators,
        @Nullable String sha256,
        @Nullable Instant lastStatedAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable UUID lastRun,
        boolean rowsMissing,
        boolean formChanged,
        List<String> rows) {

    /// A source that never ran.
    static final SourceStanding FRESH =
            new SourceStanding(
                    null,
                    null,
                    Validators.NONE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    List.of());

    SourceStanding {
        rows = List.copyOf(rows);
    }

    /// How a source does, for its row in a list.
    enum Health {
        OFF,
        NEVER,
        OK,
        DUE,
        FAILING,
        DRIFT
    }

    /// What may be told to the upstream as held already: nothing, if the address or the connector
    /// changed since.
    Validators validatorsFor(Source source) {
        return isReadBy(source) ? validators : Validators.NONE;
    }

    /// Whether a payload with this hash is the last one, mapped alike.
    boolean holds(Source source, String payloadSha256) {
        return payloadSha256.equals(sha256)
                && source.connector().version().equals(connectorVersion);
    }

    /// When the source is due; empty for one that is switched off.
    ///
    /// @param retryAfterFailure how soon after a failure, at most
    Optional<Instant> nextDue(Source source, Duration retryAfterFailure, Instant now) {
        if (!source.enabled()) {
            return Optional.empty();
        }
        if (lastFailureAt != null && isFailing()) {
            boolean sooner = source.every().compareTo(retryAfterFailure) < 0;
            return Optional.of(lastFailureAt.plus(sooner ? source.every() : retryAfterFailure));
        }
        return Optional.of(lastSuccessAt == null ? now : lastSuccessAt.plus(source.every()));
    }

    /// @param nextDue as [#nextDue] answers
    Health health(Source source, Optional<Instant> nextDue, Instant now) {
        if (!source.enabled()) {
            return Health.OFF;
        }
        if (rowsMissing || formChanged) {
            return Health.DRIFT;
        }
        if (isFailing()) {
            return Health.FAILING;
        }
        if (lastSuccessAt == null) {
            return Health.NEVER;
        }
        return nextDue.filter(it -> it.isBefore(now)).isPresent() ? Health.DUE : Health.OK;
    }

    private boolean isFailing() {
        return lastFailureAt != null
                && (lastSuccessAt == null || lastFailureAt.isAfter(lastSuccessAt));
    }

    private boolean isReadBy(Source source) {
        return source.url().toString().equals(url)
                && source.connector().version().equals(connectorVersion);
    }
}
