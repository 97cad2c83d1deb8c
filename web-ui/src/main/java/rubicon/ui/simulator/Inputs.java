package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// What a model is asked with.
///
/// @param changed values that differ from the defaults, by name; may be out of their range
/// @param draws what a simulation draws an input from where it is not the usual: a distribution, or
///   null as JSON has it to hold it fixed
record Inputs(
        ScenarioModelPayload model, Map<String, JsonNode> changed, Map<String, JsonNode> draws) {
    Inputs {
        changed = Collections.unmodifiableMap(new TreeMap<>(changed));
        draws = Collections.unmodifiableMap(new TreeMap<>(draws));
    }

    static Inputs defaults(ScenarioModelPayload model) {
        return new Inputs(model, Map.of(), Map.of());
    }

    /// The value that a parameter has now.
    JsonNode value(ParameterPayload parameter) {
        return changed.getOrDefault(parameter.name(), parameter.defaultValue());
    }

    boolean isChanged(String parameter) {
        return changed.containsKey(parameter);
    }

    /// The same with another value.
    Inputs with(String name, JsonNode value) {
        Map<String, JsonNode> next = new TreeMap<>(changed);
        next.put(name, value);
        model.parameter(name)
                .filter(it -> Json.same(it.defaultValue(), value))
                .ifPresent(it -> next.remove(it.name()));
        return new Inputs(model, next, draws);
    }

    /// The same with one input as it is by default.
    Inputs without(String name) {
        Map<String, JsonNode> values = new TreeMap<>(changed);
        Map<String, JsonNode> drawn = new TreeMap<>(draws);
        values.remove(name);
        drawn.remove(name);
        return new Inputs(model, values, drawn);
    }

    /// The same with an input drawn from elsewhere.
    ///
    /// @param from empty to hold it fixed
    Inputs drawing(ParameterPayload parameter, Optional<JsonNode> from) {
        Map<String, JsonNode> next = new TreeMap<>(draws);
        next.put(parameter.name(), from.orElseGet(NullNode::getInstance));
        Optional<JsonNode> usual = usual(parameter);
        if (usual.isPresent() == from.isPresent()
                && (usual.isEmpty() || Json.same(usual.get(), from.orElse(usual.get())))) {
            next.remove(parameter.name());
        }
        return new Inputs(model, changed, next);
    }

    /// What a simulation draws a parameter from; empty if it holds it fixed.
    Optional<JsonNode> drawnFrom(ParameterPayload parameter) {
        if (!parameter.drawable()) {
            return Optional.empty();
        }
        JsonNode chosen = draws.get(parameter.name());
        return chosen == null ? usual(parameter) : Optional.of(chosen).filter(JsonNode::isObject);
    }

    /// Its prior, unless somebody chose a value: that one is meant.
    private Optional<JsonNode> usual(ParameterPayload parameter) {
        return isChanged(parameter.name())
                ? Optional.empty()
                : Optional.ofNullable(parameter.prior());
    }

    /// Whether a parameter matters for what is chosen elsewhere.
    boolean matters(ParameterPayload parameter) {
        var only = parameter.onlyFor();
        return only == null
                || model.parameter(only.parameter())
                        .map(other ->
                                only.choices().contains(value(other).asText()) && matters(other))
                        .orElse(true);
    }

    /// Whether others choose the same wherever a choice decides which inputs matter: the same
    /// variant of the model.
    boolean choosesAs(Inputs others) {
        return model.parameters().stream()
                .map(ParameterPayload::onlyFor)
                .filter(Objects::nonNull)
                .map(it -> model.parameter(it.parameter()))
                .flatMap(Optional::stream)
                .allMatch(it -> Json.same(value(it), others.value(it)));
    }

    /// What one deterministic run is asked with: nothing that does not matter.
    Map<String, JsonNode> forEvaluation() {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(it -> isChanged(it.name()) && matters(it))
                .forEach(it -> asked.put(it.name(), middles(it, value(it))));
        return asked;
    }

    /// A table with one value in the place of each distribution: a single run draws nothing.
    private static JsonNode middles(ParameterPayload table, JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode rows = Json.NODES.arrayNode();
        for (JsonNode row : value) {
            JsonNode plain = row.deepCopy();
            if (plain instanceof ObjectNode cells) {
                row.properties()
                        .forEach(cell -> {
                            if (isDrawn(cell.getValue())) {
                                // What is none stays, to be refused.
                                Medians.of(cell.getValue(), column(table, cell.getKey()))
                                        .ifPresent(it -> cells.set(cell.getKey(), Json.number(it)));
                            }
                        });
            }
            rows.add(plain);
        }
        return rows;
    }

    private static Optional<ColumnPayload> column(ParameterPayload table, String name) {
        return table.columns().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// What a simulation is asked with: each input that has a prior is told, drawn or fixed.
    Map<String, JsonNode> forSimulation() {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(this::matters)
                .forEach(it -> {
                    Optional<JsonNode> from = drawnFrom(it);
                    if (from.isPresent()) {
                        asked.put(it.name(), from.get());
                    } else if (isChanged(it.name()) || it.prior() != null) {
                        asked.put(it.name(), value(it));
                    }
                });
        return asked;
    }

    /// The inputs that matter here and are others there, to be laid over those.
    Map<String, JsonNode> differingFrom(Inputs others) {
        Map<String, JsonNode> differing = new LinkedHashMap<>(complete());
        Map<String, JsonNode> theirs = others.complete();
        differing
                .entrySet()
                .removeIf(it ->
                        theirs.containsKey(it.getKey())
                                && Json.same(it.getValue(), theirs.get(it.getKey())));
        return differing;
    }

    private Map<String, JsonNode> complete() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        model.parameters().stream()
                .filter(this::matters)
                .forEach(it -> all.put(it.name(), drawnFrom(it).orElseGet(() -> value(it))));
        return all;
    }

    /// Whether a simulation of others would be asked with the same.
    boolean asksTheSame(Inputs others) {
        Map<String, JsonNode> own = forSimulation();
        Map<String, JsonNode> theirs = others.forSimulation();
        return own.keySet().equals(theirs.keySet())
                && own.entrySet().stream()
                        .allMatch(it ->
                                Json.same(
                                        it.getValue(),
                                        theirs.getOrDefault(it.getKey(), NullNode.getInstance())));
    }

    /// Whether a value is a distribution.
    static boolean isDrawn(JsonNode value) {
        return value.isObject() && value.has("distribution");
    }

    /// Cells of tables that a simulation draws, by names such as `stages[2].automated`.
    Map<String, JsonNode> drawnCells() {
        Map<String, JsonNode> cells = new LinkedHashMap<>();
        for (ParameterPayload parameter : model.parameters()) {
            if (!parameter.type().equals("TABLE") || !matters(parameter)) {
                continue;
            }
            int number = 0;
            for (JsonNode row : value(parameter)) {
                number++;
                for (var cell : row.properties()) {
                    if (isDrawn(cell.getValue())) {
                        cells.put(
                                "%s[%d].%s".formatted(parameter.name(), number, cell.getKey()),
                                cell.getValue());
                    }
                }
            }
        }
        return cells;
    }

    /// What a simulation or a scenario was asked with, as inputs. What is read from the ledger
    /// stands at its default.
    ///
    /// @param parameters by name a value or a distribution
    static Inputs of(ScenarioModelPayload model, JsonNode parameters) {
        return defaults(model).over(parameters);
    }

    /// The same with others laid over it.
    ///
    /// @param parameters by name a value or a distribution; what is not named stays
    Inputs over(JsonNode parameters) {
        Inputs inputs = this;
        for (ParameterPayload parameter : model.parameters()) {
            JsonNode given = parameters.get(parameter.name());
            if (given != null && !given.isObject()) {
                inputs = inputs.with(parameter.name(), given);
            }
        }
        for (ParameterPayload parameter : model.parameters()) {
            JsonNode given = parameters.get(parameter.name());
            boolean isMeant = given != null && (!given.isObject() || isDrawn(given));
            if (given != null && isMeant && parameter.drawable()) {
                inputs = inputs.drawing(parameter, Optional.of(given).filter(JsonNode::isObject));
            }
        }
        return inputs;
    }
}
