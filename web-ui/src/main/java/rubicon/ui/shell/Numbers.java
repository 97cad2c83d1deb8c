package rubicon.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/// A few numbers in a row, read before anything else on a page.
public final class Numbers extends Div {
    public Numbers() {
        addClassName("numbers");
    }

    /// Adds a number that is not known yet.
    public Figure figure(String name) {
        Figure figure = new Figure(name);
        add(figure);
        return figure;
    }

    /// A number, its name above and what it rests on below.
    public static final class Figure extends Div {
        private final Span value = new Span(Formats.UNKNOWN);
        private final Span detail = new Span();

        private Figure(String name) {
            addClassName("number");
            Span label = new Span(name);
            label.addClassName("number-label");
            value.addClassName("number-value");
            detail.addClassName("number-detail");
            add(label, value, detail);
        }

        /// Names the value for tests of the page.
        public Figure withTestId(String id) {
            value.setTestId(id);
            return this;
        }

        /// Shows the value.
        ///
        /// @param exact what hovering tells; null for nothing
        public void show(String text, @Nullable String exact, String rests) {
            value.setText(text);
            if (exact != null) {
                value.setTitle(exact);
            }
            detail.setText(Formats.unbroken(rests));
        }
    }
}
