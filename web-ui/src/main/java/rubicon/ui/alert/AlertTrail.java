package rubicon.ui.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.AcknowledgementPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// What happened to an episode, newest first: what the rule decided, and what a person did.
final class AlertTrail {
    private AlertTrail() {}

    /// A step with its cells.
    private record Step(Instant at, List<Component> cells) {}

    static DataTable of(AlertPayload alert) {
        DataTable table =
                new DataTable(
                        "Steps of this episode, newest first",
                        DataTable.Column.text("When"),
                        DataTable.Column.text("Step"),
                        DataTable.Column.text("Reason"),
                        DataTable.Column.number("Value"),
                        DataTable.Column.text("Rule version"),
                        DataTable.Column.text("Data as of"),
                        DataTable.Column.text("By"));
        table.setTestId("alert-trail");
        List<Step> steps = new ArrayList<>();
        alert.transitions().reversed().forEach(step -> steps.add(decided(step, alert.unit())));
        if (alert.acknowledged() != null) {
            steps.add(done(alert.acknowledged()));
        }
        // Stable: steps of one moment stay in their order.
        steps.sort(Comparator.comparing(Step::at).reversed());
        steps.forEach(step -> table.row(step.cells().toArray(Component[]::new)));
        return table;
    }

    private static Step decided(TransitionPayload step, String unit) {
        return new Step(
                step.at(),
                List.of(
                        new Span(Formats.moment(step.at())),
                        new Span(Formats.words(step.from()) + " → " + Formats.words(step.to())),
                        new Span(AlertWords.reason(step.reason())),
                        Parts.stacked(
                                AlertWords.value(step.value(), unit),
                                "threshold " + AlertWords.threshold(step.threshold(), unit)),
                        new Span(Integer.toString(step.ruleVersion())),
                        new Span(Formats.moment(step.dataAsOf())),
                        Parts.code(step.evaluator())));
    }

    private static Step done(AcknowledgementPayload by) {
        String note = by.note() == null || by.note().isBlank() ? Formats.UNKNOWN : by.note();
        return new Step(
                by.at(),
                List.of(
                        new Span(Formats.moment(by.at())),
                        new Span("acknowledged"),
                        new Span(note),
                        new Span(Formats.UNKNOWN),
                        new Span(Formats.UNKNOWN),
                        new Span(Formats.UNKNOWN),
                        Parts.code(by.by())));
    }
}
