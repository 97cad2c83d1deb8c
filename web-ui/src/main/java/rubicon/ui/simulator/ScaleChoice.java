package rubicon.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rubicon.ui.chart.YScale;

/// Whether heights stand on a linear or a logarithmic scale, or each chart on what suits it.
final class ScaleChoice extends Div {
    private final Map<Optional<YScale>, NativeButton> buttons = new LinkedHashMap<>();

    ScaleChoice(Consumer<Optional<YScale>> chosen) {
        addClassName("choice");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Scale of the charts");
        button("Auto", Optional.empty(), chosen);
        button("Linear", Optional.of(YScale.LINEAR), chosen);
        button("Log", Optional.of(YScale.LOG), chosen);
    }

    private void button(String text, Optional<YScale> scale, Consumer<Optional<YScale>> chosen) {
        NativeButton button = new NativeButton(text, _ -> chosen.accept(scale));
        button.setTestId("scale-" + scale.map(YScale::key).orElse("auto"));
        buttons.put(scale, button);
        add(button);
    }

    void show(Optional<YScale> now) {
        buttons.forEach((scale, button) ->
                button.getElement()
                        .setAttribute("aria-pressed", Boolean.toString(scale.equals(now))));
    }
}
