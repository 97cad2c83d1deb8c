package rubicon.ui.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// A number that is read from across the room, with what it rests on.
final class Tile extends Div {
    private final Span value = new Span(Formats.UNKNOWN);
    private final Span detail = new Span();
    private final Span more = new Span();
    private final Span picture = new Span();

    /// @param address where the number is explained
    Tile(String label, String address) {
        addClassName("tile");
        Anchor name = Parts.link(address, label);
        name.addClassName("tile-label");
        value.addClassName("tile-value");
        detail.addClassName("tile-detail");
        more.addClassName("tile-more");
        picture.addClassName("tile-picture");
        Div row = new Div(value, picture);
        row.addClassName("tile-row");
        add(name, row, detail, more);
    }

    Span value() {
        return value;
    }

    void show(String text, String first, String second) {
        value.setText(text);
        detail.setText(Formats.unbroken(first));
        more.setText(Formats.unbroken(second));
    }

    void draw(String svg) {
        picture.getElement().setProperty("innerHTML", svg);
    }
}
