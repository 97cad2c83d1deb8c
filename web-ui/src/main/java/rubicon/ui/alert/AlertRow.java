package rubicon.ui.alert;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// An alert in a list.
public final class AlertRow extends ListItem {
    private final Div facts = new Div();

    public AlertRow(AlertPayload alert, AlertNames names, Instant now) {
        addClassName("alert-row");
        setTestId("alert-row");
        getElement().setAttribute("data-alert", alert.id());
        getElement().setAttribute("data-condition", alert.condition());
        Anchor title = Parts.link(AlertNavigation.alert(alert.id()), alert.title());
        title.addClassName("row-link");
        Span numbers = new Span(AlertWords.valueAgainstThreshold(alert));
        numbers.addClassName("alert-numbers");
        Span subject = new Span(names.of(alert));
        subject.setTestId("alert-subject");
        subject.addClassName("detail");
        Div head = new Div(title, badges(alert));
        head.addClassName("alert-head");
        facts.add(numbers, subject, indicator(alert), since(alert, now));
        facts.addClassName("alert-facts");
        add(head, facts);
    }

    /// Says what a pending alert waits for.
    public AlertRow waits(String words) {
        facts.add(new Badge(words, Badge.Tone.INFO));
        return this;
    }

    private static Div badges(AlertPayload alert) {
        Div badges = new Div(Parts.severity(alert.severity()));
        badges.addClassName("badges");
        if (!alert.condition().equals("FIRING")) {
            badges.add(new Badge(Formats.words(alert.condition()), Badge.Tone.NEUTRAL));
        }
        if (!alert.health().equals("OK")) {
            badges.add(new Badge(Formats.words(alert.health()), Badge.Tone.WARNING));
        }
        if (alert.acknowledged() != null) {
            badges.add(new Badge("acknowledged", Badge.Tone.GOOD));
        }
        return badges;
    }

    private static Span indicator(AlertPayload alert) {
        Span indicator = new Span(alert.indicator());
        indicator.addClassName("detail");
        return indicator;
    }

    private static Span since(AlertPayload alert, Instant now) {
        Span since = new Span(Parts.when(AlertWords.since(alert), now));
        since.addClassName("detail");
        AlertWords.before(alert)
                .filter(before -> alert.resolvedAt() == null)
                .ifPresent(before -> {
                    since.addComponentAsFirst(
                            new Text(Formats.words(alert.severity()) + " since "));
                    since.add("; " + before);
                });
        return since;
    }
}
