package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.Truncated;
import rubicon.simulator.evaluation.Distributions;
import rubicon.simulator.evaluation.Reading;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.montecarlo.Input;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Belief;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// Tells the numbers that are given from those that are drawn. What a call leaves out is drawn from
/// its prior, where it has one and matters, and cells as the model believes; what reaches over the
/// range of its parameter is cut there.
final class ParameterReader {
    private final Description description;
    private final BiConsumer<String, String> refuse;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();

    /// @param refuse takes a field and the objection that ends the sentence which its name begins
    ParameterReader(Description description, BiConsumer<String, String> refuse) {
        this.description = description;
        this.refuse = refuse;
    }

    /// Values for all that is not left to its default; of what is drawn the median.
    Map<String, Value> values() {
        return values;
    }

    /// What is drawn, in the order of the parameters.
    List<Input> inputs() {
        return inputs;
    }

    void read(JsonNode parameters) {
        if (!parameters.isMissingNode() && !parameters.isNull() && !parameters.isObject()) {
            refuse.accept("parameters", "must be a JSON object");
            return;
        }
        List<String> known = description.parameters().stream().map(Parameter::name).toList();
        parameters
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        refuse.accept(
                                name,
                                Assignment.unknown(name, description.id(), known)
                                        .message()
                                        .substring(name.length() + 1));
                    }
                });
        description.parameters().stream()
                .filter(it -> parameters.has(it.name()))
                .filter(it -> !Distributions.isOne(parameters.get(it.name())))
                .forEach(it -> given(it, parameters.get(it.name())));
        for (Parameter parameter : description.parameters()) {
            JsonNode node = parameters.path(parameter.name());
            if (Distributions.isOne(node)) {
                drawn(parameter, node);
            } else if (!parameters.has(parameter.name()) && matters(parameter)) {
                parameter
                        .prior()
                        .ifPresent(it -> draw(Slot.of(parameter.name()), parameter.domain(), it));
            }
        }
        sort();
    }

    /// Takes what the model believes of places that are not drawn yet.
    void believe(List<Belief> beliefs) {
        Set<Slot> drawn = inputs.stream().map(Input::slot).collect(Collectors.toSet());
        beliefs.stream()
                .filter(it -> !drawn.contains(it.slot()))
                .map(it -> new Input(it.slot(), it.distribution(), false, it.min(), it.max()))
                .forEach(inputs::add);
        sort();
    }

    private void sort() {
        List<String> known = description.parameters().stream().map(Parameter::name).toList();
        inputs.sort(Comparator.comparingInt(it -> known.indexOf(it.slot().parameter())));
    }

    private boolean matters(Parameter parameter) {
        return parameter
                .onlyFor()
                .map(it -> it.choices().contains(choice(it.parameter())))
                .orElse(true);
    }

    private String choice(String name) {
        Value value = values.get(name);
        if (value == null) {
            value =
                    description.parameters().stream()
                            .filter(it -> it.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .defaultValue();
        }
        return value instanceof Value.Text(String text) ? text : "";
    }

    private void drawn(Parameter parameter, JsonNode node) {
        if (!parameter.isDrawable()) {
            refuse.accept(parameter.name(), "cannot be drawn; it must be " + words(parameter));
            return;
        }
        distribution(parameter.name(), node)
                .flatMap(it -> draw(Slot.of(parameter.name()), parameter.domain(), it))
                .ifPresent(median -> values.put(parameter.name(), median));
    }

    private static String words(Parameter parameter) {
        return parameter.domain().inWords();
    }

    private void given(Parameter parameter, JsonNode node) {
        JsonNode plain =
                parameter.domain() instanceof Domain.Table table && node.isArray()
                        ? withMedians(parameter, table, (ArrayNode) node)
                        : node;
        switch (Values.read(parameter.domain(), plain)) {
            case Reading.Read(Value value) -> values.put(parameter.name(), value);
            case Reading.Refused(String objection) -> refuse.accept(parameter.name(), objection);
        }
    }

    /// The table with the median where a cell is a distribution.
    private JsonNode withMedians(Parameter parameter, Domain.Table table, ArrayNode rows) {
        ArrayNode plain = rows.deepCopy();
        for (int row = 0; row < plain.size(); row++) {
            if (!(plain.get(row) instanceof ObjectNode cells)) {
                continue;
            }
            for (Domain.Column column : table.columns()) {
                JsonNode cell = cells.path(column.name());
                if (!Distributions.isOne(cell)) {
                    continue;
                }
                Slot slot = Slot.of(parameter.name(), row, column.name());
                if (!column.domain().isNumeric() || parameter.use() == Parameter.Use.SETTING) {
                    refuse.accept(slot.toString(), "cannot be drawn");
                    continue;
                }
                distribution(slot.toString(), cell)
                        .flatMap(it -> draw(slot, column.domain(), it))
                        .ifPresent(median -> put(cells, column.name(), median));
            }
        }
        return plain;
    }

    private static void put(ObjectNode cells, String column, Value median) {
        switch (median) {
            case Value.Real(double real) -> cells.put(column, real);
            case Value.Whole(long whole) -> cells.put(column, whole);
            default -> throw new IllegalArgumentException(column + " is no number");
        }
    }

    private Optional<Distribution> distribution(String field, JsonNode node) {
        try {
            return Optional.of(Distributions.read(node));
        } catch (IllegalArgumentException e) {
            refuse.accept(field, "is no distribution: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// Takes an input, cut to its domain.
    ///
    /// @return its median; empty if nothing of it lies in the domain
    private Optional<Value> draw(Slot slot, Domain domain, Distribution distribution) {
        double min;
        double max;
        boolean isWhole;
        switch (domain) {
            case Domain.Real real -> {
                min = real.min();
                max = real.max();
                isWhole = false;
            }
            case Domain.Whole whole -> {
                min = (double) whole.min();
                max = (double) whole.max();
                isWhole = true;
            }
            default -> throw new IllegalArgumentException(slot + " is no number");
        }
        Distribution inside = distribution;
        if (distribution.quantile(0) < min || distribution.quantile(1) > max) {
            // Cut once, however often it was cut before.
            Distribution whole = distribution;
            double low = min;
            double high = max;
            while (whole instanceof Truncated(Distribution of, double from, double to)) {
                whole = of;
                low = Math.max(low, from);
                high = Math.min(high, to);
            }
            if (!(low < high && whole.cumulative(high) > whole.cumulative(Math.nextDown(low)))) {
                refuse.accept(
                        slot.toString(),
                        "must be %s, and nothing of the distribution is"
                                .formatted(domain.inWords()));
                return Optional.empty();
            }
            inside = new Truncated(whole, low, high);
        }
        inputs.add(new Input(slot, inside, isWhole, min, max));
        double median = inside.quantile(0.5);
        return Optional.of(
                isWhole
                        ? new Value.Whole((long) Math.rint(median))
                        : new Value.Real(Math.clamp(median, min, max)));
    }
}
