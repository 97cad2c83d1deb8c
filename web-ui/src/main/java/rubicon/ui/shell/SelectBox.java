package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.function.Consumer;

/// The browser's own list of which one entry is chosen: every keyboard, phone and screen reader
/// knows it.
@Tag("select")
public final class SelectBox extends Component {
    private static final String CHOSEN = "event.target.value";

    /// An empty list.
    ///
    /// @param label what is chosen here, for who does not see the list
    public SelectBox(String label, Consumer<String> chosen) {
        getElement().getClassList().add("select-box");
        getElement().setAttribute("aria-label", label);
        getElement()
                .addEventListener(
                        "change",
                        event -> chosen.accept(event.getEventData().get(CHOSEN).asString()))
                .addEventData(CHOSEN);
    }

    /// Names the list for tests of the page.
    public SelectBox withTestId(String id) {
        setTestId(id);
        return this;
    }

    /// Replaces the entries.
    ///
    /// @param texts what is read, by value, in their order
    /// @param chosen the value that is chosen
    public void show(Map<String, String> texts, String chosen) {
        getElement().removeAllChildren();
        texts.forEach((value, text) -> {
            Element option = new Element("option");
            option.setAttribute("value", value);
            option.setText(text);
            getElement().appendChild(option);
        });
        getElement().executeJs("this.value = $0", chosen);
    }
}
