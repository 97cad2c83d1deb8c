package rubicon.ui.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;

/// An episode with its evidence and its steps, as it stands: components to put on a page.
final class AlertParts {
    private final AlertPayload alert;
    private final Instant now;

    AlertParts(AlertPayload alert, Instant now) {
        this.alert = alert;
        this.now = now;
    }

    /// What it is, and what was crossed.
    List<Component> head() {
        return List.of(badges(), new Panel("What was crossed", facts()));
    }

    /// What it rests on.
    List<Component> grounds(Optional<RulePayload> rule, List<LedgerRowPayload> evidence) {
        List<Component> grounds = new ArrayList<>();
        grounds.add(evidencePanel(evidence));
        grounds.add(new Panel("Audit trail", trail()));
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
            badges.add(new Badge(flagWords(flag), Badge.Tone.INFO));
        }
        return badges;
    }

    private static String flagWords(String flag) {
        return flag.equals("BASELINE") ? "already so when the rule was made" : Formats.words(flag);
    }

    private Facts facts() {
        return new Facts()
                .with(
                        "Indicator",
                        Parts.link(
                                IndicatorNavigation.indicator(alert.indicator()),
                                alert.indicator()))
                .with("Value", AlertWords.value(alert.value(), alert.unit()))
                .with("Threshold", AlertWords.value(alert.threshold(), alert.unit()))
                .with("Reached by", alert.subject() == null ? Formats.UNKNOWN : alert.subject())
                .with("Active since", Parts.when(alert.activeAt(), now))
                .with("Fired", Parts.when(alert.firedAt(), now))
                .with("Resolved", Parts.when(alert.resolvedAt(), now))
                .with("Reason", Formats.words(alert.reason()))
                .with("Data as of", Formats.moment(alert.asOf()));
    }

    private Panel evidencePanel(List<LedgerRowPayload> evidence) {
        Panel panel = new Panel("Evidence");
        panel.setTestId("alert-evidence");
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
                        DataTable.Column.text("Model"),
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
        String link = row.evidence() == null && origin != null ? origin.url() : row.evidence();
        table.row(
                Parts.stacked(orUnknown(row.subject().model()), orEmpty(row.subject().developer())),
                Parts.stacked(
                        AlertWords.value(row.value(), row.unit()),
                        Formats.interval(row.low(), row.high(), row.unit())),
                new Span(
                        row.observedOn() == null
                                ? Formats.UNKNOWN
                                : Formats.date(row.observedOn(), row.precision())),
                Parts.stacked(row.source(), "revision " + row.revision()),
                Parts.external(link, "Open source"),
                Parts.when(row.recordedAt(), now));
    }

    private DataTable trail() {
        DataTable table =
                new DataTable(
                        "Steps of this episode, newest first",
                        DataTable.Column.text("When"),
                        DataTable.Column.text("Step"),
                        DataTable.Column.text("Reason"),
                        DataTable.Column.number("Value"),
                        DataTable.Column.text("Rule version"),
                        DataTable.Column.text("Data as of"),
                        DataTable.Column.text("Evaluated by"));
        table.setTestId("alert-trail");
        for (TransitionPayload step : alert.transitions().reversed()) {
            table.row(
                    new Span(Formats.moment(step.at())),
                    new Span(Formats.words(step.from()) + " → " + Formats.words(step.to())),
                    new Span(Formats.words(step.reason())),
                    Parts.stacked(
                            AlertWords.value(step.value(), alert.unit()),
                            "threshold " + AlertWords.value(step.threshold(), alert.unit())),
                    new Span(Integer.toString(step.ruleVersion())),
                    new Span(Formats.moment(step.dataAsOf())),
                    Parts.code(step.evaluator()));
        }
        return table;
    }

    private Facts ruleFacts(RulePayload rule) {
        Facts facts =
                new Facts()
                        .with("Rule", Parts.code(rule.id()))
                        .with("Version", rule.version() + ", evaluated: " + alert.ruleVersion())
                        .with("Condition", condition(rule))
                        .with("Without data", Formats.words(rule.noData()));
        if (rule.severities() != null) {
            for (var severity : rule.severities()) {
                facts.with(
                        "Severity " + Formats.words(severity.name()),
                        "fires at %s, recovers at %s"
                                .formatted(
                                        AlertWords.value(severity.fire(), alert.unit()),
                                        AlertWords.value(severity.recover(), alert.unit())));
            }
        }
        return facts;
    }

    private static String condition(RulePayload rule) {
        var condition = rule.condition();
        if (condition == null) {
            return Formats.UNKNOWN;
        }
        String op =
                switch (String.valueOf(condition.op()).toUpperCase(Locale.ROOT)) {
                    case "GE" -> "at or above";
                    case "GT" -> "above";
                    case "LE" -> "at or below";
                    case "LT" -> "below";
                    default -> Formats.words(condition.op());
                };
        return Formats.words(condition.kind()) + " " + op + " the threshold";
    }

    private static String orUnknown(@Nullable String text) {
        return text == null ? Formats.UNKNOWN : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
