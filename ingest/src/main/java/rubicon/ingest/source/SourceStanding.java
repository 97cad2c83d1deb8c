package rubicon.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a source stands between two runs.
///
/// @param url of the last payload
/// @param connectorVersion that mapped the last payload
/// @param parts what was read of each of its files
/// @param rowsMissing whether so many of its rows vanished that none was withdrawn
/// @param formChanged whether the last run met a form that its connector does not know
/// @param rows keys of its rows
record SourceStanding(
        @Nullable String url,
        @Nullable String connectorVersion,
        List<PartStanding> parts,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable UUID lastRun,
        boolean rowsMissing,
        boolean formChanged,
        List<String> rows) {

    /// A source that never ran.
    static final SourceStanding FRESH =
            new SourceStanding(null, null, List.of(), null, null, null, false, false, List.of());

    SourceStanding {
        parts = List.copyOf(parts);
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
    List<PartStanding> partsFor(Source source) {
        return isReadBy(source) ? parts : List.of();
    }

    /// Whether these files say what the last ones said, and are mapped alike.
    boolean holds(Source source, List<PartStanding> now) {
        return source.connector().version().equals(connectorVersion)
                && hashes(now).equals(hashes(parts));
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

    private static Map<String, String> hashes(List<PartStanding> parts) {
        return parts.stream().collect(Collectors.toMap(PartStanding::path, PartStanding::sha256));
    }
}
