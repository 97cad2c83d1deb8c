package rubicon.ui.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;

/// How long a rule waits before it believes that a line is crossed.
public final class Patience {
    private Patience() {}

    /// What a pending alert waits for: `crossed, 2 of 3 days`.
    ///
    /// @param rules among which its own may be
    public static String words(AlertPayload pending, List<RulePayload> rules, Instant now) {
        Instant since = pending.activeAt();
        return rules.stream()
                .filter(rule -> pending.rule().equals(rule.id()))
                .flatMap(rule -> step(rule, pending.severity()).stream())
                .flatMap(step -> of(step).stream())
                .findFirst()
                .filter(patience -> since != null)
                .map(patience -> words(patience, Objects.requireNonNull(since), now))
                .orElse("crossed, not for as long as its rule waits");
    }

    /// How much of its wait is over.
    static String words(Duration patience, Instant since, Instant now) {
        Duration gone = Duration.between(since, now);
        Duration counted =
                gone.isNegative() ? Duration.ZERO : gone.compareTo(patience) > 0 ? patience : gone;
        long unit = unit(patience);
        long whole = patience.toSeconds() / unit;
        return "crossed, %d of %d %s%s"
                .formatted(counted.toSeconds() / unit, whole, name(unit), whole == 1 ? "" : "s");
    }

    /// In words: `3 days`.
    public static String words(Duration patience) {
        long unit = unit(patience);
        long whole = patience.toSeconds() / unit;
        return "%d %s%s".formatted(whole, name(unit), whole == 1 ? "" : "s");
    }

    /// How long a step waits; empty where it does not.
    public static Optional<Duration> of(SeverityPayload step) {
        try {
            return Optional.ofNullable(step.pending())
                    .map(Duration::parse)
                    .filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SeverityPayload> step(
            RulePayload rule, @org.jspecify.annotations.Nullable String severity) {
        String name = String.valueOf(severity).toUpperCase(Locale.ROOT);
        return Optional.ofNullable(rule.severities()).stream()
                .flatMap(List::stream)
                .filter(step -> name.equals(String.valueOf(step.name()).toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// The longest unit, in seconds, in which a patience is a whole number.
    private static long unit(Duration patience) {
        long seconds = patience.toSeconds();
        return seconds >= 86_400 && seconds % 86_400 == 0
                ? 86_400
                : seconds >= 3_600 && seconds % 3_600 == 0 ? 3_600 : 60;
    }

    private static String name(long unit) {
        return unit == 86_400 ? "day" : unit == 3_600 ? "hour" : "minute";
    }
}
