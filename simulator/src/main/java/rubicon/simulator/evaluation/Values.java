package rubicon.simulator.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Value;

/// Values between JSON and the models. An infinite number travels as the text `Infinity`.
final class Values {
    private Values() {}

    /// A value as it was sent; empty where it is not of the domain's form.
    static Optional<Value> read(Domain domain, JsonNode node) {
        return switch (domain) {
            case Domain.Real _ ->
                    node.isNumber()
                            ? Optional.of(new Value.Real(node.doubleValue()))
                            : Optional.empty();
            case Domain.Whole _ ->
                    isWhole(node)
                            ? Optional.of(new Value.Whole(node.longValue()))
                            : Optional.empty();
            case Domain.Wholes _ -> wholes(node);
        };
    }

    /// A value as it is answered.
    static Object write(Value value) {
        return switch (value) {
            case Value.Real(double real) -> number(real);
            case Value.Whole(long whole) -> whole;
            case Value.Reals(List<Double> reals) -> reals.stream().map(Values::number).toList();
            case Value.Wholes(List<Long> wholes) -> wholes;
        };
    }

    /// Values by name, as they are answered.
    static Map<String, Object> write(Map<String, Value> values) {
        Map<String, Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    private static Object number(double real) {
        return Double.isInfinite(real) ? (real > 0 ? "Infinity" : "-Infinity") : (Object) real;
    }

    private static Optional<Value> wholes(JsonNode node) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        List<Long> wholes = new ArrayList<>();
        for (JsonNode item : node) {
            if (!isWhole(item)) {
                return Optional.empty();
            }
            wholes.add(item.longValue());
        }
        return Optional.of(new Value.Wholes(wholes));
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }
}
