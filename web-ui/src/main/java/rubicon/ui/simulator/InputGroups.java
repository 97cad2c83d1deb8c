package rubicon.ui.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// A model's inputs in groups, from their description alone: what is chosen, what is assumed, what
/// matters for a choice only, tables, and what belongs to the question.
final class InputGroups {
    private static final int WIDE = 4;

    private InputGroups() {}

    /// Whether a table needs the width of the page.
    static boolean isWide(ParameterPayload parameter) {
        return parameter.columns().size() > WIDE;
    }

    /// The groups of those inputs that are asked for.
    static Map<String, List<ParameterPayload>> of(
            ScenarioModelPayload model, Predicate<ParameterPayload> asked) {
        Map<String, List<ParameterPayload>> groups = new LinkedHashMap<>();
        Map<String, List<ParameterPayload>> last = new LinkedHashMap<>();
        groups.put("Choices", new ArrayList<>());
        groups.put("Assumptions", new ArrayList<>());
        last.put("Tables", new ArrayList<>());
        last.put("The question", new ArrayList<>());
        for (ParameterPayload parameter : model.parameters()) {
            if (!asked.test(parameter)) {
                continue;
            }
            String title = title(parameter);
            (last.containsKey(title) ? last : groups)
                    .computeIfAbsent(title, _ -> new ArrayList<>())
                    .add(parameter);
        }
        groups.putAll(last);
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static String title(ParameterPayload parameter) {
        var only = parameter.onlyFor();
        if (only != null) {
            return "For the chosen " + OutputLayout.words(only.parameter());
        }
        if (parameter.drawable()) {
            return "Assumptions";
        }
        return switch (parameter.type()) {
            case "CHOICE" -> "Choices";
            case "TABLE" -> "Tables";
            default -> "The question";
        };
    }
}
