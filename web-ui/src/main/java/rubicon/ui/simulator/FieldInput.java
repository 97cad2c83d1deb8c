package rubicon.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.Consumer;

/// The browser's own field. What somebody types or drags is told here; what is shown is changed
/// only where it differs, so that nobody's hand is moved.
@Tag("input")
final class FieldInput extends Component {
    private static final String VALUE = "event.target.value";
    private static final int PACE = 60;

    private String shown = "";

    /// @param label what the field is for, for who does not see it
    FieldInput(String type, String label) {
        getElement().setAttribute("type", type);
        getElement().setAttribute("aria-label", label);
        addClassName("field-" + type);
    }

    /// A slider of so many places.
    static FieldInput slider(String label, int places) {
        FieldInput slider = new FieldInput("range", label);
        slider.getElement().setAttribute("min", "0");
        slider.getElement().setAttribute("max", Integer.toString(places));
        slider.getElement().setAttribute("step", "1");
        return slider;
    }

    /// Told while somebody drags, at most every few hundredths of a second, the last place always.
    FieldInput whileMoving(Consumer<String> moved) {
        getElement()
                .addEventListener("input", event -> told(event, moved))
                .addEventData(VALUE)
                .debounce(
                        PACE,
                        DebouncePhase.LEADING,
                        DebouncePhase.INTERMEDIATE,
                        DebouncePhase.TRAILING);
        return this;
    }

    /// Told when somebody is done.
    FieldInput whenDone(Consumer<String> done) {
        getElement().addEventListener("change", event -> told(event, done)).addEventData(VALUE);
        return this;
    }

    private void told(DomEvent event, Consumer<String> listener) {
        shown = event.getEventData().get(VALUE).asString();
        listener.accept(shown);
    }

    /// What it shows, as far as is known here.
    String shown() {
        return shown;
    }

    /// Shows a value.
    void show(String text) {
        if (!shown.equals(text)) {
            shown = text;
            getElement().executeJs("this.value = $0", text);
        }
    }

    /// What a screen reader says of a slider's place.
    void describe(String text) {
        getElement().setAttribute("aria-valuetext", text);
    }

    /// Marks what was refused.
    void invalid(boolean invalid) {
        getElement().setAttribute("aria-invalid", Boolean.toString(invalid));
    }
}
