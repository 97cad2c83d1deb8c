package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/// A titled part of a page.
public final class Panel extends Section {
    private final Div actions = new Div();
    private final Div body = new Div();
    private final Span count = new Span();

    public Panel(String title, Component... content) {
        addClassName("panel");
        H2 heading = new H2(title);
        heading.setId("panel-" + title.toLowerCase(java.util.Locale.ROOT).replaceAll("\\W+", "-"));
        getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        actions.addClassName("panel-actions");
        count.addClassName("panel-count");
        Div words = new Div(heading, count);
        words.addClassName("panel-title");
        Div head = new Div(words, actions);
        head.addClassName("panel-head");
        body.addClassName("panel-body");
        body.add(content);
        add(head, body);
    }

    /// Puts controls beside the title.
    public Panel withActions(Component... controls) {
        actions.add(controls);
        return this;
    }

    /// Puts a count beside the title.
    public Panel withCount(int count) {
        this.count.setText(Integer.toString(count));
        return this;
    }

    /// Takes the count away.
    public Panel withoutCount() {
        count.setText("");
        return this;
    }

    /// Replaces the content.
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    /// Says in a sentence why there is no content.
    public void showEmpty(String sentence) {
        Paragraph empty = new Paragraph(sentence);
        empty.addClassName("empty");
        show(empty);
    }
}
