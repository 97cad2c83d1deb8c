package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.shell.SelectBox;

/// What simulations draw an input from.
final class DrawField extends Div {
    private static final String FIXED = "fixed";
    private static final String PRIOR = "prior";
    private static final String OTHER = "other";

    private final Consumer<Optional<JsonNode>> chosen;
    private final ParameterPayload parameter;
    private final SelectBox kinds;
    private final Div numbers = new Div();
    private double value;
    private String built = "";

    DrawField(ParameterPayload parameter, Consumer<Optional<JsonNode>> chosen) {
        this.parameter = parameter;
        this.chosen = chosen;
        addClassName("draw");
        numbers.addClassName("draw-numbers");
        String name = OutputLayout.words(parameter.name());
        kinds =
                new SelectBox("What simulations draw %s from".formatted(name), this::choose)
                        .withTestId("draw-" + parameter.name());
        Span label = new Span("In simulations");
        label.addClassName("detail");
        add(label, kinds, numbers);
    }

    void show(Inputs inputs, ParameterPayload of) {
        value = inputs.value(of).asDouble();
        Optional<JsonNode> from = inputs.drawnFrom(of);
        JsonNode prior = of.prior();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FIXED, "fixed at " + Quantities.number(value));
        if (prior != null) {
            texts.put(PRIOR, "prior: " + Distribution.words(prior));
        }
        Distribution.kindsFor(of).forEach(kind -> texts.put(kind, kind));
        String now = FIXED;
        if (from.isPresent()) {
            boolean isPrior = prior != null && Json.same(prior, from.get());
            now =
                    isPrior
                            ? PRIOR
                            : Distribution.isEditable(from.get())
                                    ? Distribution.kind(from.get())
                                    : OTHER;
        }
        if (now.equals(OTHER)) {
            texts.put(OTHER, Distribution.words(from.orElseThrow()));
        }
        // What an address or a scenario says is shown, offered or not.
        texts.putIfAbsent(now, now);
        String state = texts + now + from;
        if (state.equals(built)) {
            return;
        }
        built = state;
        kinds.show(texts, now);
        numbers.removeAll();
        if (Distribution.KINDS.containsKey(now)) {
            from.ifPresent(this::fields);
        }
    }

    private void fields(JsonNode distribution) {
        for (String field : Distribution.fields(distribution)) {
            FieldInput input =
                    new FieldInput("text", "%s of %s".formatted(field, parameter.name()))
                            .whenDone(typed ->
                                    ValueText.number(typed)
                                            .ifPresent(number -> {
                                                ObjectNode next = distribution.deepCopy();
                                                next.set(field, Json.number(number));
                                                chosen.accept(Optional.of(next));
                                            }));
            input.getElement().setAttribute("inputmode", "decimal");
            input.setTestId("draw-%s-%s".formatted(parameter.name(), field));
            input.show(ValueText.of(distribution.get(field)));
            NativeLabel label = new NativeLabel(field + " ");
            label.add(input);
            numbers.add(label);
        }
    }

    private void choose(String kind) {
        built = "";
        switch (kind) {
            case FIXED -> chosen.accept(Optional.empty());
            case PRIOR -> chosen.accept(Optional.ofNullable(parameter.prior()));
            case OTHER -> {}
            default -> chosen.accept(Optional.of(Distribution.around(kind, parameter, value)));
        }
    }
}
