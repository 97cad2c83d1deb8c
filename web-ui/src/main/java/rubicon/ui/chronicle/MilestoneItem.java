package rubicon.ui.chronicle;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.shell.Badge;

/// A milestone on a timeline: when, of which kind, who, what, and who tells it.
public final class MilestoneItem extends ListItem {
    private final Div body = new Div();

    /// @param sign of its mark on a chart; empty where it has none
    public MilestoneItem(MilestonePayload it, String sign) {
        boolean withdrawn = Boolean.TRUE.equals(it.withdrawn());
        addClassName("milestone");
        setClassName("withdrawn", withdrawn);
        setTestId("milestone");
        getElement().setAttribute("data-milestone", Entries.text(it.id()));
        getElement().setAttribute("data-kind", Entries.text(it.kind()));
        body.addClassName("milestone-body");
        body.add(head(it, withdrawn), text(it), source(it));
        add(when(it), mark(sign), body);
    }

    /// Adds what else is said of it.
    public MilestoneItem with(Component more) {
        body.add(more);
        return this;
    }

    private static Span when(MilestonePayload it) {
        Span when = new Span(MilestoneWords.date(it));
        when.addClassName("milestone-date");
        return when;
    }

    private static Span mark(String sign) {
        Span mark = new Span(sign);
        mark.addClassName("milestone-mark");
        if (sign.isEmpty()) {
            mark.getElement().setAttribute("aria-hidden", "true");
        } else {
            mark.getElement().setAttribute("data-sign", sign);
            mark.getElement().setAttribute("title", "Mark " + sign + " on the chart");
        }
        return mark;
    }

    private static Div head(MilestonePayload it, boolean withdrawn) {
        Span who = new Span(Entries.text(it.who()));
        who.addClassName("milestone-who");
        Div head = new Div(who, MilestoneWords.kind(it));
        head.addClassName("milestone-head");
        if (withdrawn) {
            head.add(new Badge("Withdrawn", Badge.Tone.CRITICAL));
        }
        if (it.revision() != null && it.revision() > 1) {
            head.add(new Badge("Revised", Badge.Tone.WARNING));
        }
        return head;
    }

    private static Paragraph text(MilestonePayload it) {
        Paragraph text = new Paragraph(Entries.text(it.what()));
        text.addClassName("milestone-what");
        return text;
    }

    private static Div source(MilestonePayload it) {
        Div told = new Div();
        String note = Entries.text(it.note());
        if (!note.isEmpty()) {
            Paragraph said = new Paragraph(note);
            said.addClassName("remark");
            told.add(said);
        }
        told.add(Entries.source(it.citation(), it.locator(), it.evidence()));
        return told;
    }
}
