package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A few buttons of which one is pressed.
final class Choice<T> extends Div {
    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();

    Choice(String label) {
        addClassName("choice");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    Choice<T> with(T value, String text, String testId, Consumer<T> chosen) {
        NativeButton button = new NativeButton(text, click -> chosen.accept(value));
        button.setTestId(testId);
        buttons.put(value, button);
        add(button);
        return this;
    }

    /// Says what a choice means, where somebody points at it.
    void explain(T value, String meaning) {
        NativeButton button = buttons.get(value);
        if (button != null) {
            button.setTitle(meaning);
        }
    }

    /// Presses the button of a value; none when no button has it.
    void press(T value) {
        buttons.forEach((each, button) ->
                button.getElement()
                        .setAttribute("aria-pressed", String.valueOf(each.equals(value))));
    }
}
