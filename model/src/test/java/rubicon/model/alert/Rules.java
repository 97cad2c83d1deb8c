package rubicon.model.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import rubicon.model.rule.Comparison;
import rubicon.model.rule.Condition;
import rubicon.model.rule.FrontierCondition;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleId;
import rubicon.model.rule.Severity;
import rubicon.model.rule.SeverityLevel;

/// Rules to test with, and edits of them. Durations are in minutes.
final class Rules {

    /// When the first version was made.
    static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private Rules() {}

    /// Warns at 480 and recovers below 460.
    static Rule warning(long pending, long keepFiring) {
        return of(severity(SeverityLevel.WARNING, 480, 460, pending, keepFiring));
    }

    /// The three rungs of the time horizon: a working day, a working week, 100 hours.
    static Rule ladder(long pending, long keepFiring) {
        return of(
                severity(SeverityLevel.NOTICE, 480, 400, pending, keepFiring),
                severity(SeverityLevel.WARNING, 2400, 2000, pending, keepFiring),
                severity(SeverityLevel.CRITICAL, 6000, 5000, pending, keepFiring));
    }

    static Rule of(Severity... severities) {
        return new Rule(
                new RuleId("horizon"),
                "Time horizon",
                "",
                "metr-horizon-p50",
                new FrontierCondition(Comparison.GE),
                List.of(severities),
                NoDataPolicy.KEEP,
                new MissingPolicy.Keep(),
                Map.of(),
                true,
                1,
                MADE);
    }

    static Severity severity(
            SeverityLevel level, double fire, double recover, long pending, long keepFiring) {
        return Severity.of(
                level, fire, recover, Duration.ofMinutes(pending), Duration.ofMinutes(keepFiring));
    }

    static Rule noData(Rule rule, NoDataPolicy policy) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                rule.condition(),
                rule.severities(),
                policy,
                rule.missing(),
                rule.labels(),
                rule.enabled());
    }

    static Rule missing(Rule rule, MissingPolicy policy) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                rule.condition(),
                rule.severities(),
                rule.noData(),
                policy,
                rule.labels(),
                rule.enabled());
    }

    static Rule titled(Rule rule, String title) {
        return edited(
                rule,
                title,
                rule.indicator(),
                rule.condition(),
                rule.severities(),
                rule.noData(),
                rule.missing(),
                rule.labels(),
                rule.enabled());
    }

    static Rule watching(Rule rule, String indicator) {
        return edited(
                rule,
                rule.title(),
                indicator,
                rule.condition(),
                rule.severities(),
                rule.noData(),
                rule.missing(),
                rule.labels(),
                rule.enabled());
    }

    static Rule comparing(Rule rule, Condition condition) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                condition,
                rule.severities(),
                rule.noData(),
                rule.missing(),
                rule.labels(),
                rule.enabled());
    }

    static Rule labelled(Rule rule, Map<String, String> labels) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                rule.condition(),
                rule.severities(),
                rule.noData(),
                rule.missing(),
                labels,
                rule.enabled());
    }

    static Rule enabled(Rule rule, boolean enabled) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                rule.condition(),
                rule.severities(),
                rule.noData(),
                rule.missing(),
                rule.labels(),
                enabled);
    }

    static Rule severities(Rule rule, Severity... severities) {
        return edited(
                rule,
                rule.title(),
                rule.indicator(),
                rule.condition(),
                List.of(severities),
                rule.noData(),
                rule.missing(),
                rule.labels(),
                rule.enabled());
    }

    private static Rule edited(
            Rule rule,
            String title,
            String indicator,
            Condition condition,
            List<Severity> severities,
            NoDataPolicy noData,
            MissingPolicy missing,
            Map<String, String> labels,
            boolean enabled) {
        return new Rule(
                rule.id(),
                title,
                rule.why(),
                indicator,
                condition,
                severities,
                noData,
                missing,
                labels,
                enabled,
                rule.version() + 1,
                rule.createdAt().plusSeconds(1));
    }
}
