package rubicon.ui.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.AlertNews;
import rubicon.ui.policy.ThresholdNavigation;
import rubicon.ui.rule.RuleWords;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Numbers;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

/// An episode with its evidence and its steps, as it stands: components to put on a page.
final class AlertParts {
    private final AlertPayload alert;
    private final @Nullable List<LedgerRowPayload> evidence;
    private final SubjectNames names;
    private final Instant now;

    /// @param evidence null while it is not here yet
    /// @param names of those whose values are the evidence
    AlertParts(
            AlertPayload alert,
            @Nullable List<LedgerRowPayload> evidence,
            SubjectNames names,
            Instant now) {
        this.alert = alert;
        this.evidence = evidence;
        this.names = names;
        this.now = now;
    }

    /// What it is, and what was crossed.
    List<Component> head() {
        return List.of(badges(), numbers(), new Panel("Episode", facts()));
    }

    /// What it rests on.
    List<Component> grounds(Optional<RulePayload> rule) {
        List<Component> grounds = new ArrayList<>();
        grounds.add(evidencePanel());
        grounds.add(new Panel("Audit trail", AlertTrail.of(alert)));
        rule.ifPresent(found -> grounds.add(new Panel("Rule", ruleFacts(found))));
        return grounds;
    }

    private Div badges() {
        Div badges = new Div(Parts.severity(alert.severity()));
        badges.addClassNames("badges", "alert-badges");
        Badge condition = new Badge(Formats.words(alert.condition()), Badge.Tone.NEUTRAL);
        condition.setTestId("alert-condition");
        badges.add(condition);
        if (!alert.health().equals("OK")) {
            badges.add(new Badge("health: " + Formats.words(alert.health()), Badge.Tone.WARNING));
        }
        for (String flag : alert.flags()) {
            badges.add(new Badge(words(flag), Badge.Tone.INFO));
        }
        return badges;
    }

    private String words(String flag) {
        return flag.equals("BASELINE")
                ? AlertWords.before(alert).orElse(AlertWords.BASELINE)
                : Formats.words(flag);
    }

    private Numbers numbers() {
        Numbers numbers = new Numbers();
        numbers.figure("Value")
                .show(AlertWords.value(alert.value(), alert.unit()), null, subject());
        numbers.figure("Threshold")
                .show(
                        AlertWords.threshold(alert.threshold(), alert.unit()),
                        null,
                        alert.severity() == null ? "" : Formats.words(alert.severity()));
        Instant since = AlertWords.since(alert);
        numbers.figure(alert.resolvedAt() == null ? sinceWords() : "Resolved")
                .show(
                        since == null ? Formats.UNKNOWN : Formats.ago(since, now),
                        null,
                        since == null ? "" : Formats.moment(since) + before());
        numbers.figure("Data as of")
                .show(Formats.ago(alert.asOf(), now), null, Formats.moment(alert.asOf()));
        return numbers;
    }

    private Facts facts() {
        Facts facts = new Facts();
        facts.with(
                        "Indicator",
                        Parts.link(
                                IndicatorNavigation.indicator(alert.indicator()),
                                alert.indicator()))
                .with("Reason", AlertWords.reason(alert.reason()))
                .with("Active since", moment(alert.activeAt()))
                .with("Fired", moment(alert.firedAt()) + before());
        AlertNews.raise(alert)
                .ifPresent(raise ->
                        facts.with(
                                "Raised",
                                "to "
                                        + Formats.words(raise.severity())
                                        + ", "
                                        + Formats.moment(raise.at())));
        return facts.with(
                "Resolved", alert.resolvedAt() == null ? "open" : moment(alert.resolvedAt()));
    }

    private String sinceWords() {
        return AlertNews.raise(alert).isEmpty()
                ? "Since"
                : Formats.sentence(alert.severity()) + " since";
    }

    private String before() {
        return AlertWords.before(alert).map(before -> "; " + before).orElse("");
    }

    private static String moment(@Nullable Instant instant) {
        return instant == null ? Formats.UNKNOWN : Formats.moment(instant);
    }

    private Panel evidencePanel() {
        Panel panel = new Panel("Evidence");
        panel.setTestId("alert-evidence");
        if (evidence == null) {
            panel.showEmpty("Loading …");
            return panel;
        }
        if (evidence.isEmpty()) {
            panel.showEmpty(
                    alert.observations().isEmpty()
                            ? "No observation is named."
                            : "Named rows: " + String.join(", ", alert.observations()));
            return panel;
        }
        DataTable table =
                new DataTable(
                        "Observations that crossed the threshold",
                        DataTable.Column.text("Whose"),
                        DataTable.Column.number("Value"),
                        DataTable.Column.text("Observed"),
                        DataTable.Column.text("Source"),
                        DataTable.Column.text("Evidence"),
                        DataTable.Column.text("Recorded"));
        evidence.forEach(row -> addEvidence(table, row));
        panel.show(table);
        return panel;
    }

    private void addEvidence(DataTable table, LedgerRowPayload row) {
        var origin = row.provenance();
        String said = row.evidence() == null || row.evidence().isBlank() ? null : row.evidence();
        String source = said == null && origin != null ? origin.url() : said;
        table.row(
                Parts.stacked(names.of(row), names.beside(row.subject())),
                Parts.stacked(
                        AlertWords.value(row.value(), row.unit()),
                        Interval.of(row).words(row.unit())),
                new Span(
                        row.observedOn() == null
                                ? Formats.UNKNOWN
                                : Formats.date(row.observedOn(), row.precision())),
                Parts.stacked(row.source(), "revision " + row.revision()),
                evidence(source),
                Parts.when(row.recordedAt(), now));
    }

    private static Component evidence(@Nullable String source) {
        if (source == null || Parts.isWeb(source)) {
            return Parts.external(source, "Open source");
        }
        return Parts.code(source);
    }

    private Facts ruleFacts(RulePayload rule) {
        Facts facts =
                new Facts()
                        .with("Rule", Parts.code(rule.id()))
                        .with("Version", rule.version() + ", evaluated: " + alert.ruleVersion())
                        .with("Condition", RuleWords.condition(rule))
                        .with("Without data", Formats.words(rule.noData()));
        RuleWords.threshold(rule)
                .ifPresent(id ->
                        facts.with(
                                "Policy threshold",
                                Parts.link(ThresholdNavigation.threshold(id), id)));
        if (rule.severities() != null) {
            for (var severity : rule.severities()) {
                facts.with(
                        "Severity " + Formats.words(severity.name()),
                        "fires at %s, recovers at %s"
                                .formatted(
                                        AlertWords.threshold(severity.fire(), alert.unit()),
                                        AlertWords.threshold(severity.recover(), alert.unit())));
            }
        }
        return facts;
    }

    /// Whose value it is: that of the first of the rows that the alert names.
    private String subject() {
        List<LedgerRowPayload> rows = evidence == null ? List.of() : evidence;
        return rows.stream()
                .filter(row -> alert.observations().indexOf(row.id()) == 0)
                .findFirst()
                .map(names::of)
                .orElseGet(() -> Objects.requireNonNullElse(alert.subject(), ""));
    }
}
