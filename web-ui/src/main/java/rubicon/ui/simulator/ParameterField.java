package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SelectBox;

/// One input: its name, symbol, unit and meaning, what it is set by, its default with where that
/// comes from, and what simulations draw it from.
final class ParameterField extends Div {
    private final ParameterPayload parameter;
    private final Edits edits;
    private final NativeButton reset = new NativeButton("Reset");
    private final Span error = new Span();
    private final Div control = new Div();
    private @Nullable FieldInput text;
    private @Nullable FieldInput slider;
    private @Nullable SelectBox choice;
    private @Nullable TableEditor table;
    private @Nullable DrawField draw;
    private SliderScale scale = new SliderScale(0, 1, false, false);
    private boolean wrong;
    private String chosen = "";

    /// What a person does to an input.
    interface Edits {
        /// Sets it.
        ///
        /// @param settled false while it is still dragged
        void value(ParameterPayload parameter, JsonNode value, boolean settled);

        /// Says what simulations draw it from.
        ///
        /// @param from empty to hold it fixed
        void draw(ParameterPayload parameter, Optional<JsonNode> from);

        void reset(ParameterPayload parameter);
    }

    ParameterField(ScenarioModelPayload model, ParameterPayload parameter, Edits edits) {
        this.parameter = parameter;
        this.edits = edits;
        addClassName("input");
        setTestId("input-" + parameter.name());
        control.addClassName("input-control");
        reset.addClassName("text-button");
        reset.setAriaLabel("Reset " + name());
        reset.setTestId("reset-" + parameter.name());
        reset.addClickListener(_ -> edits.reset(parameter));
        error.addClassName("input-error");
        error.getElement().setAttribute("role", "alert");
        error.setTestId("error-" + parameter.name());
        error.setId("error-" + parameter.name());
        error.setVisible(false);
        build(model);
        add(head(), line("input-meaning", parameter.meaning()), control, error, foot());
        ledger();
        if (parameter.drawable()) {
            DrawField made = new DrawField(parameter, from -> edits.draw(parameter, from));
            draw = made;
            add(made);
        }
    }

    private String name() {
        return OutputLayout.words(parameter.name());
    }

    private Div head() {
        Span name = new Span(Formats.capital(name()));
        name.addClassName("input-name");
        Span symbol = new Span(parameter.symbol());
        symbol.addClassName("input-symbol");
        Span unit = new Span(Quantities.unit(parameter.unit()));
        unit.addClassName("detail");
        Div head = new Div(name, symbol, unit, reset);
        head.addClassName("input-head");
        return head;
    }

    private Component foot() {
        String origin =
                switch (parameter.origin()) {
                    case "CALIBRATED" -> "calibrated from the ledger: ";
                    case "SOURCE" -> "source: ";
                    default -> "our choice: ";
                };
        String usual =
                parameter.type().equals("TABLE")
                        ? "%d rows".formatted(parameter.defaultValue().size())
                        : Quantities.text(parameter.defaultValue(), "1");
        return line(
                "detail",
                "Default %s; %s. %s%s"
                        .formatted(
                                usual,
                                parameter.allowed(),
                                Formats.capital(origin),
                                parameter.source()));
    }

    /// What the ledger holds for it, to be taken.
    private void ledger() {
        JsonNode held = parameter.ledger();
        if (held == null || held.path("value").isMissingNode()) {
            return;
        }
        JsonNode value = held.path("value");
        NativeButton take = new NativeButton("Take it", _ -> edits.value(parameter, value, true));
        take.addClassName("text-button");
        take.setAriaLabel("Take the ledger's value for " + name());
        take.setTestId("ledger-" + parameter.name());
        Div line =
                line(
                        "detail",
                        "The ledger holds %s%s%s. "
                                .formatted(
                                        Quantities.text(value, parameter.unit()),
                                        held.hasNonNull("indicator")
                                                ? ", " + held.path("indicator").asText()
                                                : "",
                                        held.hasNonNull("day")
                                                ? ", " + held.path("day").asText()
                                                : ""));
        line.add(take);
        add(line);
    }

    private void build(ScenarioModelPayload model) {
        switch (parameter.type()) {
            case "REAL", "WHOLE" -> {
                FieldInput range =
                        FieldInput.slider(name() + ", slider", SliderScale.PLACES)
                                .whileMoving(place -> slid(place, false))
                                .whenDone(place -> slid(place, true));
                range.setTestId("slider-" + parameter.name());
                slider = range;
                control.add(typed("text", "decimal"), range);
            }
            case "DAY" -> control.add(typed("date", "none"));
            case "CHOICE" -> {
                SelectBox box =
                        new SelectBox(name(), this::parse).withTestId("choice-" + parameter.name());
                choice = box;
                control.add(box);
            }
            case "TABLE" -> {
                TableEditor editor =
                        new TableEditor(
                                parameter,
                                model.schemaOf(parameter.name()),
                                (rows, settled) -> edits.value(parameter, rows, settled));
                table = editor;
                control.add(editor);
            }
            default -> control.add(typed("text", "text"));
        }
    }

    private FieldInput typed(String type, String mode) {
        FieldInput field = new FieldInput(type, name()).whenDone(this::parse);
        field.getElement().setAttribute("inputmode", mode);
        field.getElement().setAttribute("autocomplete", "off");
        field.getElement().setAttribute("aria-describedby", "error-" + parameter.name());
        field.setTestId("field-" + parameter.name());
        text = field;
        return field;
    }

    private void parse(String typed) {
        Optional<JsonNode> value = ValueText.parse(parameter, typed);
        wrong = value.isEmpty();
        if (wrong) {
            object(Optional.of("%s must be %s".formatted(parameter.name(), parameter.allowed())));
        } else {
            edits.value(parameter, value.get(), true);
        }
    }

    private void slid(String place, boolean settled) {
        ValueText.number(place)
                .map(it -> Json.number(scale.value(it.intValue())))
                .ifPresent(it -> {
                    wrong = false;
                    edits.value(parameter, it, settled);
                });
    }

    /// Shows what it is set to.
    void show(Inputs inputs) {
        JsonNode value = inputs.value(parameter);
        reset.setVisible(
                inputs.isChanged(parameter.name()) || inputs.draws().containsKey(parameter.name()));
        getElement()
                .setAttribute("data-changed", Boolean.toString(inputs.isChanged(parameter.name())));
        if (text != null && !wrong) {
            text.show(ValueText.of(value));
        }
        if (slider != null) {
            double number = value.asDouble();
            if (number < scale.low() || number > scale.high() || scale.high() == 1) {
                scale = SliderScale.of(parameter, number);
                slider.getElement().setAttribute("max", Integer.toString(scale.places()));
            }
            slider.show(Integer.toString(scale.place(number)));
            slider.describe(Quantities.text(number, parameter.unit()));
        }
        if (choice != null && !value.asText().equals(chosen)) {
            chosen = value.asText();
            Map<String, String> texts = new LinkedHashMap<>();
            parameter.choices().forEach(it -> texts.put(it, Formats.words(it)));
            choice.show(texts, value.asText());
        }
        if (table != null) {
            table.show(value);
        }
        if (draw != null) {
            draw.show(inputs, parameter);
        }
    }

    /// Says why the value is refused; nothing if it is not.
    void object(Optional<String> objection) {
        if (objection.isEmpty() && wrong) {
            return; // what was typed is still no value
        }
        error.setVisible(objection.isPresent());
        error.setText(objection.orElse(""));
        if (text != null) {
            text.invalid(objection.isPresent());
        }
    }

    /// Forgets what was typed wrongly.
    void forget() {
        wrong = false;
        object(Optional.empty());
    }

    private static Div line(String style, String words) {
        Div line = new Div(words);
        line.addClassName(style);
        return line;
    }
}
