package rubicon.model.rule;

import java.util.List;

/// What an edit of a rule means for its alert. Of several the gravest counts.
public enum RuleEdit {
    /// Nothing that the rule says has changed.
    NONE,
    /// Only words for the reader: title and why. The alert stays.
    TEXT,
    /// Patience, or what is made of missing data: the alert stays; an open episode keeps its old
    /// patience, while a pending one takes the new.
    TIMERS,
    /// Indicator, condition, thresholds, severities or labels: another question, so the alert
    /// starts anew.
    SEMANTIC,
    /// Switched off: the alert ends.
    PAUSED,
    /// Switched on again: the alert starts anew.
    RESUMED;

    /// What leads from one version of a rule to the next. Version and time of making say nothing.
    ///
    /// @throws IllegalArgumentException if they are not the same rule
    public static RuleEdit between(Rule before, Rule after) {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException(
                    "%s and %s are different rules".formatted(before.id(), after.id()));
        }
        if (before.enabled() != after.enabled()) {
            return after.enabled() ? RESUMED : PAUSED;
        }
        if (!asksTheSame(before, after)) {
            return SEMANTIC;
        }
        if (!before.severities().equals(after.severities())
                || before.noData() != after.noData()
                || !before.missing().equals(after.missing())) {
            return TIMERS;
        }
        return before.title().equals(after.title()) && before.why().equals(after.why())
                ? NONE
                : TEXT;
    }

    private static boolean asksTheSame(Rule before, Rule after) {
        return before.indicator().equals(after.indicator())
                && before.condition().equals(after.condition())
                && thresholds(before).equals(thresholds(after))
                && before.labels().equals(after.labels());
    }

    private record Threshold(SeverityLevel level, Hysteresis hysteresis) {}

    private static List<Threshold> thresholds(Rule rule) {
        return rule.severities().stream()
                .map(severity -> new Threshold(severity.level(), severity.hysteresis()))
                .toList();
    }
}
