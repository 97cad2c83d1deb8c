package rubicon.simulator.scenario;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The outputs of one run while they are gathered, in any order. What parameters give no value is
/// told with the reason.
public final class Answers {
    private final Map<String, Value> given = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /// Adds an output.
    public Answers put(String name, Value value) {
        given.put(name, value);
        return this;
    }

    /// Adds a number.
    public Answers put(String name, double value) {
        return put(name, new Value.Real(value));
    }

    /// Adds a list of numbers.
    public Answers put(String name, List<Double> values) {
        return put(name, new Value.Reals(values));
    }

    /// Adds a word.
    public Answers put(String name, String text) {
        return put(name, new Value.Text(text));
    }

    /// Says why outputs have no value.
    ///
    /// @param reason ends the sentence that an output's name begins, such as `needs two points`
    public Answers undefined(String reason, String... names) {
        for (String name : names) {
            reasons.put(name, reason);
        }
        return this;
    }

    /// Adds others.
    Answers putAll(Answers others) {
        given.putAll(others.given);
        reasons.putAll(others.reasons);
        return this;
    }

    /// Puts what was gathered where samples are read, words and days aside.
    void numbers(Workspace workspace) {
        given.forEach((name, value) -> {
            switch (value) {
                case Value.Real(double real) -> workspace.one(name).set(real);
                case Value.Whole(long whole) -> workspace.whole(name).set((double) whole);
                case Value.Reals(var reals) -> {
                    Result list = workspace.list(name, reals.size());
                    for (int i = 0; i < reals.size(); i++) {
                        list.set(i, reals.get(i));
                    }
                }
                default -> {}
            }
        });
        reasons.forEach((name, reason) -> {
            if (!given.containsKey(name)) {
                workspace.one(name).undefined(reason);
            }
        });
    }

    /// The same, to be gathered on.
    public Answers copy() {
        var copy = new Answers();
        copy.given.putAll(given);
        copy.reasons.putAll(reasons);
        return copy;
    }

    /// All outputs of a model in their order.
    ///
    /// @throws IllegalStateException if one is missing without a reason, or is none of the model's
    public Map<String, Value> complete(Description model) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (Output output : model.outputs()) {
            String name = output.name();
            Value value = given.get(name);
            String reason = reasons.get(name);
            if (value == null && reason == null) {
                throw new IllegalStateException("%s lacks %s".formatted(model.id(), name));
            }
            outputs.put(name, value != null ? value : new Value.Undefined(String.valueOf(reason)));
        }
        if (!outputs.keySet().containsAll(given.keySet())) {
            throw new IllegalStateException(
                    "%s does not describe all of %s".formatted(model.id(), given.keySet()));
        }
        return Collections.unmodifiableMap(outputs);
    }
}
