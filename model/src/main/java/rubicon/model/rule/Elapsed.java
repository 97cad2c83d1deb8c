package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Days that have passed since a moment, as a value that grows by itself.
final class Elapsed {
    private static final double SECONDS_OF_A_DAY = 86_400;

    private Elapsed() {}

    /// The value now. Known since the gravest threshold that is breached was reached.
    ///
    /// @param rows ids of the ledger rows that the moment rests on
    /// @param recordedAt when this ledger knew the newest of them
    static Measured.Value days(
            Rule rule, Instant since, Instant now, List<String> rows, Instant recordedAt) {
        return in(1, rule, since, now, rows, recordedAt);
    }

    /// The value now, in a unit of its own.
    ///
    /// @param unit days
    /// @see #days
    static Measured.Value in(
            double unit,
            Rule rule,
            Instant since,
            Instant now,
            List<String> rows,
            Instant recordedAt) {
        double seconds = SECONDS_OF_A_DAY * unit;
        double days = Duration.between(since, now).toMillis() / 1000.0 / seconds;
        Instant knownAt = since;
        Instant changesAt = null;
        for (var severity : rule.severities()) {
            double fire = severity.hysteresis().fire();
            Instant reached = since.plusMillis(Math.round(fire * seconds * 1000));
            if (rule.condition().op().test(days, fire)) {
                knownAt = reached;
            } else if (changesAt == null || reached.isBefore(changesAt)) {
                // A little later: at the very moment it is not more than the threshold.
                changesAt = reached.plusSeconds(1);
            }
        }
        return new Measured.Value(days, null, rows, recordedAt, knownAt, changesAt);
    }
}
