package rubicon.simulator.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Value;

/// Values between JSON and the models. An infinite number travels as the text `Infinity`, a day as
/// ISO date, what is not defined as null.
public final class Values {
    private Values() {}

    /// A value as it was sent.
    public static Reading read(Domain domain, JsonNode node) {
        return switch (domain) {
            case Domain.Real _ -> reading(domain, real(node).map(Value.Real::new));
            case Domain.Whole _ -> reading(domain, whole(node).map(Value.Whole::new));
            case Domain.Wholes _ ->
                    reading(domain, list(node, Values::whole).map(Value.Wholes::new));
            case Domain.Reals _ -> reading(domain, list(node, Values::real).map(Value.Reals::new));
            case Domain.Choice _, Domain.Name _ ->
                    reading(
                            domain,
                            node.isTextual()
                                    ? Optional.of(new Value.Text(node.textValue()))
                                    : Optional.empty());
            case Domain.Day _ -> reading(domain, day(node).map(Value.Day::new));
            case Domain.Table table -> table(table, node);
        };
    }

    /// A value as it is answered.
    public static @Nullable Object write(Value value) {
        return switch (value) {
            case Value.Real(double real) -> number(real);
            case Value.Whole(long whole) -> whole;
            case Value.Reals(List<Double> reals) -> reals.stream().map(Values::number).toList();
            case Value.Wholes(List<Long> wholes) -> wholes;
            case Value.Text(String text) -> text;
            case Value.Texts(List<String> texts) -> texts;
            case Value.Day(LocalDate day) -> day.toString();
            case Value.Days(List<LocalDate> days) ->
                    days.stream().map(LocalDate::toString).toList();
            case Value.Table(var rows) -> rows.stream().map(Values::write).toList();
            case Value.Undefined _ -> null;
        };
    }

    /// Values by name, as they are answered.
    public static Map<String, @Nullable Object> write(Map<String, Value> values) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    /// Why some of the values are null, by name.
    static Map<String, String> reasons(Map<String, Value> values) {
        Map<String, String> reasons = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Value.Undefined(String reason)) {
                reasons.put(name, name + " " + reason);
            }
        });
        return reasons;
    }

    /// A number as it is answered.
    public static Object number(double real) {
        return Double.isInfinite(real) ? (real > 0 ? "Infinity" : "-Infinity") : (Object) real;
    }

    private static Reading reading(Domain domain, Optional<? extends Value> value) {
        return value.<Reading>map(Reading.Read::new)
                .orElseGet(() -> new Reading.Refused("must be " + domain.inWords()));
    }

    private static Reading table(Domain.Table table, JsonNode node) {
        if (!node.isArray()) {
            return new Reading.Refused("must be " + table.inWords());
        }
        List<Map<String, Value>> rows = new ArrayList<>();
        for (JsonNode row : node) {
            int number = rows.size() + 1;
            if (!row.isObject()) {
                return new Reading.Refused(
                        "must be %s; row %d is no object".formatted(table.inWords(), number));
            }
            Map<String, Value> cells = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> cell : row.properties()) {
                Optional<Domain.Column> column = table.column(cell.getKey());
                if (column.isEmpty()) {
                    // The domain names the column that it does not have.
                    cells.put(cell.getKey(), new Value.Text(""));
                    continue;
                }
                switch (read(column.get().domain(), cell.getValue())) {
                    case Reading.Read(Value value) -> cells.put(cell.getKey(), value);
                    case Reading.Refused(String objection) -> {
                        return new Reading.Refused(
                                "is wrong in row %d: %s %s"
                                        .formatted(number, cell.getKey(), objection));
                    }
                }
            }
            rows.add(cells);
        }
        return new Reading.Read(new Value.Table(rows));
    }

    private static Optional<Double> real(JsonNode node) {
        return node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
    }

    private static Optional<Long> whole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? Optional.of(node.longValue())
                : Optional.empty();
    }

    private static Optional<LocalDate> day(JsonNode node) {
        try {
            return node.isTextual()
                    ? Optional.of(LocalDate.parse(node.textValue()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static <T> Optional<List<T>> list(JsonNode node, Function<JsonNode, Optional<T>> item) {
        if (!node.isArray()) {
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        for (JsonNode one : node) {
            Optional<T> read = item.apply(one);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            items.add(read.get());
        }
        return Optional.of(items);
    }
}
