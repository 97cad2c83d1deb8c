package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/// Names and what they are, as a description list.
public final class Facts extends DescriptionList {
    public Facts() {
        addClassName("facts");
    }

    /// Adds a fact in words.
    public Facts with(String name, String value) {
        return with(name, new Text(value));
    }

    /// Adds a fact.
    public Facts with(String name, Component value) {
        Div pair = new Div(new Term(name), new Description(value));
        getElement().appendChild(pair.getElement());
        return this;
    }
}
