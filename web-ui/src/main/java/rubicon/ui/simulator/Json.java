package rubicon.ui.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Optional;

/// Values of models as JSON has them.
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// Whether two values are the same, however their numbers are written.
    static boolean same(JsonNode a, JsonNode b) {
        return a.equals(
                (x, y) ->
                        x.isNumber() && y.isNumber()
                                ? Double.compare(x.doubleValue(), y.doubleValue())
                                : x.equals(y) ? 0 : 1,
                b);
    }

    /// A number of a kind that JSON writes without a point where it has none.
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? LongNode.valueOf((long) value)
                : NODES.numberNode(value);
    }

    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static String write(JsonNode node) {
        return node.toString();
    }

    /// A number, infinite ones too; empty for anything else.
    static Optional<Double> real(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.doubleValue());
        }
        return switch (node.asText()) {
            case "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }
}
