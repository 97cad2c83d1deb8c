package rubicon.model.rule;

import java.time.Duration;

/// One severity of a rule, with its own pair of thresholds and its own patience.
public record Severity(SeverityLevel level, Hysteresis hysteresis, Patience patience) {

    /// From its parts as they stand in JSON.
    public static Severity of(
            SeverityLevel level,
            double fire,
            double recover,
            Duration pending,
            Duration keepFiring) {
        return new Severity(
                level, new Hysteresis(fire, recover), new Patience(pending, keepFiring));
    }
}
