package rubicon.model.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rubicon.model.catalogue.IndicatorId;

/// A condition on an indicator with its severities: what raises alerts. Severities that contradict
/// each other are an `IllegalArgumentException`; what a user wrote goes through [RuleCheck].
///
/// @param why what makes this worth an alert, for the reader of one; may be empty
/// @param indicator id of the indicator that it watches; of a rule about the chronicle, the one
///   that its alerts are shown with
/// @param severities at least one, of distinct levels, kept in rising order; a higher one fires
///   strictly farther, and each recovers on the clear side of its fire threshold or at it
/// @param labels kept in the order of their names
/// @param version rises by one with every edit, from 1
/// @param createdAt since when it asks what it asks: an edit of its words or its patience does not
///   move it; what was true before it is not news
public record Rule(
        RuleId id,
        String title,
        String why,
        String indicator,
        Condition condition,
        List<Severity> severities,
        NoDataPolicy noData,
        MissingPolicy missing,
        Map<String, String> labels,
        boolean enabled,
        int version,
        Instant createdAt) {

    public Rule {
        if (title.isBlank() || indicator.isBlank()) {
            throw new IllegalArgumentException("a rule needs a title and an indicator: " + id);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
        var violations = violations(condition, severities);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("rule %s: %s".formatted(id, violations));
        }
        severities = severities.stream().sorted(Comparator.comparing(Severity::level)).toList();
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /// The indicator that it watches.
    public IndicatorId watched() {
        return new IndicatorId(indicator);
    }

    /// The severity of that level.
    ///
    /// @throws IllegalArgumentException if the rule has none
    public Severity severity(SeverityLevel level) {
        for (var severity : severities) {
            if (severity.level() == level) {
                return severity;
            }
        }
        throw new IllegalArgumentException("rule %s has no severity %s".formatted(id, level));
    }

    /// What is wrong with severities under a condition; empty if nothing is. Fields are named by
    /// the place in the given order.
    static List<RuleViolation> violations(Condition condition, Collection<Severity> severities) {
        var given = List.copyOf(severities);
        var violations = new ArrayList<RuleViolation>();
        if (given.isEmpty()) {
            violations.add(new RuleViolation("severities", "at least one is needed"));
        }
        for (int i = 0; i < given.size(); i++) {
            checkRecovery(condition.op(), given.get(i), i, violations);
            for (int j = 0; j < i; j++) {
                checkOrder(condition.op(), given.get(j), given.get(i), i, violations);
            }
        }
        return List.copyOf(violations);
    }

    private static void checkRecovery(
            Comparison op, Severity severity, int place, List<RuleViolation> violations) {
        var pair = severity.hysteresis();
        if (op.isFarther(pair.recover(), pair.fire())) {
            violations.add(
                    new RuleViolation(
                            "severities[%d].recover".formatted(place),
                            "%s lies on the breached side of fire %s; with %s it must be the same or beyond it"
                                    .formatted(pair.recover(), pair.fire(), op)));
        }
    }

    private static void checkOrder(
            Comparison op,
            Severity one,
            Severity other,
            int place,
            List<RuleViolation> violations) {
        if (one.level() == other.level()) {
            violations.add(
                    new RuleViolation(
                            "severities[%d].name".formatted(place),
                            "%s is given twice".formatted(other.level())));
            return;
        }
        boolean rising = one.level().compareTo(other.level()) < 0;
        var lower = rising ? one : other;
        var higher = rising ? other : one;
        if (!op.isFarther(higher.hysteresis().fire(), lower.hysteresis().fire())) {
            violations.add(
                    new RuleViolation(
                            "severities[%d].fire".formatted(place),
                            "%s fires at %s, which with %s is not farther than %s at %s"
                                    .formatted(
                                            higher.level(),
                                            higher.hysteresis().fire(),
                                            op,
                                            lower.level(),
                                            lower.hysteresis().fire())));
        }
    }
}
