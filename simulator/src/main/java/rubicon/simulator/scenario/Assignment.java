package rubicon.simulator.scenario;

import java.time.LocalDate;
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
                            () -> values.put(parameter.name(), parameter.domain().ordered(value)));
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

    /// The same with other numbers in some places. Nothing is checked again: the numbers are in the
    /// domains of their slots, and whole where these are.
    ///
    /// @param slots each the place of a number in these values
    Assignment with(List<Slot> slots, double[] numbers) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        for (int i = 0; i < numbers.length; i++) {
            Slot slot = slots.get(i);
            double number = numbers[i];
            changed.computeIfPresent(slot.parameter(), (_, value) -> replaced(value, slot, number));
        }
        return new Assignment(changed);
    }

    private static Value replaced(Value value, Slot slot, double number) {
        return switch (value) {
            case Value.Real _ -> new Value.Real(number);
            case Value.Whole _ -> new Value.Whole((long) number);
            case Value.Table(var rows) when slot.cell().isPresent() -> {
                Slot.Cell cell = slot.cell().get();
                List<Map<String, Value>> changed = new ArrayList<>(rows);
                Map<String, Value> row = new LinkedHashMap<>(rows.get(cell.row()));
                row.computeIfPresent(cell.column(), (_, old) -> replaced(old, slot, number));
                changed.set(cell.row(), row);
                yield new Value.Table(changed);
            }
            default -> throw new IllegalStateException(slot + " is no number");
        };
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

    /// The values of a parameter whose domain is lists of real numbers.
    public List<Double> reals(Parameter parameter) {
        if (value(parameter) instanceof Value.Reals(var reals)) {
            return reals;
        }
        throw mismatch(parameter);
    }

    /// The value of a parameter whose domain is a choice or a name.
    public String text(Parameter parameter) {
        if (value(parameter) instanceof Value.Text(String text)) {
            return text;
        }
        throw mismatch(parameter);
    }

    /// The value of a parameter whose domain is an interval of days.
    public LocalDate day(Parameter parameter) {
        if (value(parameter) instanceof Value.Day(LocalDate day)) {
            return day;
        }
        throw mismatch(parameter);
    }

    /// The rows of a parameter whose domain is tables.
    public List<Row> rows(Parameter parameter) {
        if (value(parameter) instanceof Value.Table(var rows)) {
            return rows.stream().map(Row::new).toList();
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
