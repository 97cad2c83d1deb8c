package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Chooses what is told beside the values. Each chip carries the form of its marks and how many
/// there are; what there is none of is not offered.
final class LayerChips extends Div {
    private final Map<Layer, NativeButton> chips = new EnumMap<>(Layer.class);
    private final Map<Layer, Span> counts = new EnumMap<>(Layer.class);
    private Set<Layer> pressed = Layer.DEFAULT;
    private boolean offered;
    private boolean wanted = true;

    LayerChips(Consumer<Set<Layer>> changed) {
        addClassName("layers");
        setVisible(false);
        setTestId("annotations");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Annotations");
        Span label = new Span("Annotations");
        label.addClassName("layers-label");
        add(label);
        for (Layer layer : Layer.values()) {
            add(chip(layer, changed));
        }
    }

    /// Presses the layers that are shown.
    ///
    /// @param shown whether there is something to choose on the open tab
    void press(Set<Layer> layers, boolean shown) {
        pressed = layers;
        wanted = shown;
        chips.forEach((layer, chip) ->
                chip.getElement()
                        .setAttribute("aria-pressed", String.valueOf(layers.contains(layer))));
        setVisible(wanted && offered);
    }

    /// Offers the layers of which there is something.
    void offer(Map<Layer, Integer> now) {
        chips.forEach((layer, chip) -> chip.setVisible(now.containsKey(layer)));
        counts.forEach((layer, count) -> count.setText(now.getOrDefault(layer, 0).toString()));
        offered = !now.isEmpty();
        setVisible(wanted && offered);
    }

    private NativeButton chip(Layer layer, Consumer<Set<Layer>> changed) {
        Span mark = new Span();
        mark.addClassName("layer-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span count = new Span();
        count.addClassName("layer-count");
        NativeButton chip =
                new NativeButton("", click -> changed.accept(Layer.toggled(pressed, layer)));
        chip.add(mark, new Span(layer.title()), count);
        chip.addClassNames("chip", "layer");
        chip.setTestId("annotations-" + layer.key());
        chip.getElement().setAttribute("data-layer", layer.key());
        chips.put(layer, chip);
        counts.put(layer, count);
        return chip;
    }
}
