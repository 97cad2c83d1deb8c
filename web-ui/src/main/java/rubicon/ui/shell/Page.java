package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// The column that a view fills: heading, lead, notices, content.
public final class Page extends Div {
    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final Div above = new Div();
    private final Div notices = new Div();
    private final Div aside = new Div();

    public Page(String title, String intro) {
        addClassName("page");
        above.addClassName("page-above");
        notices.addClassName("page-notices");
        aside.addClassName("page-aside");
        lead.addClassName("lead");
        Div words = new Div(above, heading, lead);
        Div head = new Div(words, aside);
        head.addClassName("page-head");
        add(head, notices);
        title(title, intro);
    }

    /// Changes heading and lead.
    public void title(String title, String intro) {
        heading.setText(title);
        lead.setText(intro);
        lead.setVisible(!intro.isBlank());
    }

    /// Puts the way here above the heading.
    public Page under(Component... trail) {
        above.removeAll();
        above.add(trail);
        return this;
    }

    /// Puts something beside the heading.
    public Page beside(Component... parts) {
        aside.removeAll();
        aside.add(parts);
        return this;
    }

    /// Puts something below the notices and above the content.
    public Page told(Component part) {
        addComponentAtIndex(indexOf(notices) + 1, part);
        return this;
    }

    /// Replaces the notices.
    public void notices(List<Notice> now) {
        notices.removeAll();
        now.forEach(notices::add);
    }

    /// A trail of one link, to the list that this page belongs to.
    public static Component trail(String address, String text) {
        Span trail = new Span(Parts.link(address, text));
        trail.addClassName("trail");
        return trail;
    }
}
