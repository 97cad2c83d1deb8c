package rubicon.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value inside its domain for every parameter of a model, in the order of the description. Can
/// be made by [#resolve] alone, so that a model never meets a wrong one.
public final class Assignment {
    private final Map<String, Value> values;

    private Assignment(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /// Completes given values with defaults and checks them.
    ///
    /// @param given by parameter name; a parameter that is missing takes its default
    /// @return the assignment, or a violation for each unknown name and each value out of its
    ///   domain
    public static Resolution resolve(Description model, Map<String, Value> given) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Value> values = new LinkedHashMap<>();
        for (Parameter parameter : model.parameters()) {
            Value value = given.getOrDefault(parameter.name(), parameter.defaultValue());
            parameter
                    .domain()
                    .objection(value)
                    .ifPresentOrElse(
                            objection ->
                                    violations.add(
                                            new Violation(
                                                    parameter.name(),
                                                    parameter.name() + " " + objection)),
                            () -> values.put(parameter.name(), value));
        }
        List<String> known = model.parameters().stream().map(Parameter::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> unknown(name, model.id(), known))
                .forEach(violations::add);
        return violations.isEmpty()
                ? new Resolution.Resolved(new Assignment(values))
                : new Resolution.Refused(violations);
    }

    /// The objection to a name that the model does not have.
    public static Violation unknown(String name, ModelId model, List<String> known) {
        return new Violation(
                name,
                "%s is not a parameter of %s, which has %s"
                        .formatted(name, model, String.join(", ", known)));
    }

    /// All values by parameter name.
    public Map<String, Value> values() {
        return values;
    }

    /// The value of a parameter whose domain is real.
    public double real(Parameter parameter) {
        if (value(parameter) instanceof Value.Real(double real)) {
            return real;
        }
        throw mismatch(parameter);
    }

    /// The value of a parameter whose domain is an interval of integers.
    public long whole(Parameter parameter) {
        if (value(parameter) instanceof Value.Whole(long whole)) {
            return whole;
        }
        throw mismatch(parameter);
    }

    /// The value of a parameter whose domain is lists of integers.
    public List<Long> wholes(Parameter parameter) {
        if (value(parameter) instanceof Value.Wholes(var wholes)) {
            return wholes;
        }
        throw mismatch(parameter);
    }

    private @Nullable Value value(Parameter parameter) {
        return values.get(parameter.name());
    }

    private static IllegalStateException mismatch(Parameter parameter) {
        return new IllegalStateException(
                "parameter " + parameter.name() + " is not in this assignment in that type");
    }
}
