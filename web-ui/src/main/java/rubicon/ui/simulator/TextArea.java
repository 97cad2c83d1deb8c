package rubicon.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// The browser's own field of several lines.
@Tag("textarea")
final class TextArea extends Component {
    private static final String VALUE = "event.target.value";

    private String shown = "";

    /// @param label what the field is for, for who does not see it
    TextArea(String label, int lines) {
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("rows", Integer.toString(lines));
        getElement().setAttribute("spellcheck", "false");
        addClassName("field-text");
        getElement()
                .addEventListener(
                        "change", event -> shown = event.getEventData().get(VALUE).asString())
                .addEventData(VALUE);
    }

    /// What it shows, as far as is known here.
    String shown() {
        return shown;
    }

    /// Empties it.
    void empty() {
        shown = "";
        getElement().executeJs("this.value = ''");
    }
}
