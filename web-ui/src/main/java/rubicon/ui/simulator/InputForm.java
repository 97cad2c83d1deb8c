package rubicon.ui.simulator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// All inputs of a model in their groups; those that do not matter for what is chosen are left out.
final class InputForm extends Div {
    private final ScenarioModelPayload model;
    private final ParameterField.Edits edits;
    private final Map<String, ParameterField> fields = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /// A group and where its inputs stand.
    private record Group(NativeDetails box, Div body, List<ParameterPayload> parameters) {}

    /// A form of some inputs.
    ///
    /// @param asked which they are
    InputForm(
            ScenarioModelPayload model,
            Predicate<ParameterPayload> asked,
            ParameterField.Edits edits) {
        this.model = model;
        this.edits = edits;
        addClassName("inputs");
        setTestId("inputs");
        InputGroups.of(model, asked)
                .forEach((title, parameters) -> {
                    Div body = new Div();
                    body.addClassName("input-group");
                    NativeDetails box = new NativeDetails(title, body);
                    box.setOpen(true);
                    groups.add(new Group(box, body, parameters));
                    add(box);
                });
    }

    /// Shows what is asked.
    void show(Inputs inputs) {
        for (Group group : groups) {
            List<ParameterPayload> shown =
                    group.parameters().stream().filter(inputs::matters).toList();
            group.box().setVisible(!shown.isEmpty());
            for (ParameterPayload parameter : group.parameters()) {
                ParameterField field = fields.get(parameter.name());
                if (field == null && shown.contains(parameter)) {
                    // Most inputs of a model with many variants are never looked at.
                    field = new ParameterField(model, parameter, edits);
                    fields.put(parameter.name(), field);
                    group.body().addComponentAtIndex(place(group, parameter), field);
                }
                if (field != null) {
                    field.setVisible(shown.contains(parameter));
                    if (field.isVisible()) {
                        field.show(inputs);
                    }
                }
            }
        }
    }

    private int place(Group group, ParameterPayload parameter) {
        int before = 0;
        for (ParameterPayload each : group.parameters()) {
            if (each.equals(parameter)) {
                break;
            }
            before += fields.containsKey(each.name()) ? 1 : 0;
        }
        return before;
    }

    /// Whether there is nothing in it for what is chosen.
    boolean isEmpty() {
        return groups.stream().noneMatch(it -> it.box().isVisible());
    }

    /// Says at each input why it is refused.
    ///
    /// @return the names of what is said so
    Set<String> object(Map<String, String> violations) {
        Set<String> said = new HashSet<>();
        fields.forEach((name, field) -> {
            field.object(of(name, violations));
            if (field.isVisible()) {
                violations.keySet().stream()
                        .filter(it -> owner(it).equals(name))
                        .forEach(said::add);
            }
        });
        return said;
    }

    /// Forgets what was typed wrongly.
    void forget() {
        fields.values().forEach(ParameterField::forget);
    }

    private static Optional<String> of(String name, Map<String, String> violations) {
        return violations.entrySet().stream()
                .filter(it -> owner(it.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The parameter of a field such as `stages[1].automated`.
    private static String owner(String field) {
        int bracket = field.indexOf('[');
        return bracket < 0 ? field : field.substring(0, bracket);
    }
}
