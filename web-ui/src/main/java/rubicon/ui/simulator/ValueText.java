package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// Values as they stand in fields and addresses: numbers and words as they are, lists with commas,
/// tables as JSON.
final class ValueText {
    private ValueText() {}

    static String of(JsonNode value) {
        if (value.isNumber()) {
            return Quantities.exact(value.doubleValue());
        }
        if (value.isArray() && (value.isEmpty() || !value.get(0).isObject())) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(ValueText::of)
                    .collect(Collectors.joining(", "));
        }
        return value.isContainerNode() ? Json.write(value) : value.asText();
    }

    /// What was typed, if it is of the parameter's kind; its range is the simulator's to check.
    static Optional<JsonNode> parse(ParameterPayload parameter, String text) {
        return switch (parameter.type()) {
            case "REALS", "WHOLES" -> list(text, parameter.type().equals("WHOLES"));
            case "TABLE" -> Json.read(text).filter(JsonNode::isArray);
            default -> parse(parameter.type(), text);
        };
    }

    /// The same of a single value.
    ///
    /// @param type `REAL`, `WHOLE`, `CHOICE`, `NAME` or `DAY`
    static Optional<JsonNode> parse(String type, String text) {
        String bare = text.strip();
        return switch (type) {
            case "REAL" -> number(bare).map(Json::number);
            case "WHOLE" -> number(bare).filter(it -> it % 1 == 0).map(Json::number);
            case "DAY" -> day(bare);
            default -> bare.isEmpty() ? Optional.empty() : Optional.of(TextNode.valueOf(bare));
        };
    }

    /// What stands in a cell of a table: a value, or what simulations draw it from.
    static String ofCell(JsonNode cell) {
        return Inputs.isDrawn(cell) ? ofDistribution(cell) : of(cell);
    }

    /// What was typed into a cell.
    static Optional<JsonNode> parseCell(ColumnPayload column, String text) {
        Optional<JsonNode> value = parse(column.type(), text);
        return value.isPresent() || !column.isNumber() ? value : parseDistribution(text.strip());
    }

    /// A distribution: `uniform,low:0.1,high:0.9`; what has more than numbers as JSON.
    static String ofDistribution(JsonNode distribution) {
        StringBuilder text = new StringBuilder(distribution.path("distribution").asText());
        for (var field : distribution.properties()) {
            if (field.getKey().equals("distribution")) {
                continue;
            }
            if (!field.getValue().isNumber()) {
                return Json.write(distribution);
            }
            text.append(',').append(field.getKey()).append(':');
            text.append(Quantities.exact(field.getValue().doubleValue()));
        }
        return text.toString();
    }

    static Optional<JsonNode> parseDistribution(String text) {
        if (text.startsWith("{")) {
            return Json.read(text).filter(it -> it.has("distribution"));
        }
        String[] parts = text.split(",", -1);
        ObjectNode distribution = Json.NODES.objectNode().put("distribution", parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String[] field = parts[i].split(":", 2);
            Optional<Double> number = field.length == 2 ? number(field[1]) : Optional.empty();
            if (number.isEmpty()) {
                return Optional.empty();
            }
            distribution.set(field[0], Json.number(number.get()));
        }
        return parts[0].isBlank() ? Optional.empty() : Optional.of(distribution);
    }

    private static Optional<JsonNode> list(String text, boolean whole) {
        ArrayNode items = Json.NODES.arrayNode();
        for (String item : text.split("[,;\\s]+", -1)) {
            if (item.isEmpty()) {
                continue;
            }
            Optional<JsonNode> number = parse(whole ? "WHOLE" : "REAL", item);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            items.add(number.get());
        }
        return Optional.of(items);
    }

    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip().toLowerCase(Locale.ROOT));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> day(String text) {
        try {
            return Optional.of(TextNode.valueOf(LocalDate.parse(text).toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
