package rubicon.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a source stands between two runs.
///
/// @param url of the last payload
/// @param connectorVersion that mapped the last payload
/// @param parts what was read of each of its files
/// @param firstRunAt when it was first asked for, whatever came of that
/// @param notBefore until when its upstream asked to be left alone at the last failure; null where
///   it did not
/// @param rowsMissing whether so many of its rows vanished that none was withdrawn
/// @param formChanged whether the last run met a form that its connector does not know
/// @param gone whether the last run found nothing at its address
/// @param rows keys of its rows
record SourceStanding(
        @Nullable String url,
        @Nullable String connectorVersion,
        List<PartStanding> parts,
        @Nullable Instant firstRunAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable Instant notBefore,
        @Nullable UUID lastRun,
        boolean rowsMissing,
        boolean formChanged,
        boolean gone,
        List<String> rows) {

    /// A source that never ran.
    static final SourceStanding FRESH =
            new SourceStanding(
                    null, null, List.of(), null, null, null, null, null, false, false, false,
                    List.of());

    /// After so many of its own intervals without a success a source is silent.
    private static final int SILENT = 3;

    SourceStanding {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /// How a source does, in one word: of several the first here.
    enum Health {
        OFF,
        GONE,
        DRIFT,
        SILENT,
        FAILING,
        NEVER,
        DUE,
        OK
    }

    /// What was found changed so much that somebody has to look.
    enum Drift {
        /// The upstream has a form that the connector does not know.
        FORM,
        /// So many rows vanished that none was withdrawn.
        ROWS
    }

    /// What may be told to the upstream as held already: nothing, if the address or the connector
    /// changed since. With another connector it stays known which files were there.
    List<PartStanding> partsFor(Source source) {
        if (!source.url().toString().equals(url)) {
            return List.of();
        }
        return source.mapping().equals(connectorVersion)
                ? parts
                : parts.stream().map(PartStanding::emptied).toList();
    }

    /// When the newest of what another address held was stated, or found gone: what this one holds
    /// is read later. Empty for the same address, and for a source that was never read.
    Optional<Instant> statedElsewhere(Source source) {
        return source.url().toString().equals(url) ? Optional.empty() : unchangedSince();
    }

    /// Whether these files say what the last ones said, and are mapped alike.
    boolean holds(Source source, List<PartStanding> now) {
        return source.mapping().equals(connectorVersion) && hashes(now).equals(hashes(parts));
    }

    /// When the source is due; empty for one that is switched off.
    ///
    /// @param retryAfterFailure how soon after a failure, at most, unless the upstream asked for
    ///   more time
    Optional<Instant> nextDue(Source source, Duration retryAfterFailure, Instant now) {
        if (!source.enabled()) {
            return Optional.empty();
        }
        if (lastFailureAt != null && isFailing()) {
            boolean sooner = source.every().compareTo(retryAfterFailure) < 0;
            Instant again = lastFailureAt.plus(sooner ? source.every() : retryAfterFailure);
            return Optional.of(notBefore != null && notBefore.isAfter(again) ? notBefore : again);
        }
        return Optional.of(lastSuccessAt == null ? now : lastSuccessAt.plus(source.every()));
    }

    /// The time since the last success, in the source's own intervals; where there was none, since
    /// the first run. Empty for one that is switched off or never ran.
    OptionalDouble lag(Source source, Instant now) {
        Instant since = lastSuccessAt == null ? firstRunAt : lastSuccessAt;
        return since == null || !source.enabled()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) Duration.between(since, now).toMillis()
                                / source.every().toMillis());
    }

    /// When the newest of its files was stated, or found gone: nothing changed since.
    Optional<Instant> unchangedSince() {
        return parts.stream().map(PartStanding::changedAt).max(Comparator.naturalOrder());
    }

    Optional<Drift> drift() {
        if (formChanged) {
            return Optional.of(Drift.FORM);
        }
        return rowsMissing ? Optional.of(Drift.ROWS) : Optional.empty();
    }

    /// @param nextDue as [#nextDue] answers
    Health health(Source source, Optional<Instant> nextDue, Instant now) {
        if (!source.enabled()) {
            return Health.OFF;
        }
        if (gone) {
            return Health.GONE;
        }
        if (drift().isPresent()) {
            return Health.DRIFT;
        }
        if (lag(source, now).orElse(0) >= SILENT) {
            return Health.SILENT;
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

    private static Map<String, String> hashes(List<PartStanding> parts) {
        return parts.stream()
                .collect(
                        Collectors.toMap(
                                PartStanding::path, it -> it.gone() == null ? it.sha256() : ""));
    }
}
