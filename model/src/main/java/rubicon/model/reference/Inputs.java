package rubicon.model.reference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The inputs of a case, or an object within them.
///
/// @param fields as the JSON object has them
public record Inputs(Map<?, ?> fields) {
    /// Whether a field is there and not null.
    public boolean has(String name) {
        return fields.get(name) != null;
    }

    /// A number; the texts `Infinity` and `-Infinity` are infinite.
    public double number(String name) {
        return number(name, present(name));
    }

    /// A number, or another where the field is not there.
    public double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /// A whole number.
    public long integer(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw refused(name, "a whole number");
        }
        return as(Number.class, name, present(name), "a whole number").longValue();
    }

    /// A text.
    public String text(String name) {
        return as(String.class, name, present(name), "a text");
    }

    /// A text, or another where the field is not there.
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /// One of some names, in whatever case; another where the field is not there.
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equalsIgnoreCase(text(name)))
                .findFirst()
                .orElseThrow(() ->
                        refused(
                                name,
                                "one of "
                                        + Arrays.toString(type.getEnumConstants())
                                                .toLowerCase(Locale.ROOT)));
    }

    /// Lists of numbers that belong together, item by item.
    ///
    /// @throws IllegalArgumentException naming them if one is longer than another
    public List<double[]> together(String... names) {
        List<double[]> lists = Arrays.stream(names).map(this::numbers).toList();
        if (lists.stream().mapToInt(it -> it.length).distinct().count() > 1) {
            throw new IllegalArgumentException(String.join(", ", names) + " are not equally long");
        }
        return lists;
    }

    /// True or false, or what stands where the field is not there.
    public boolean flag(String name, boolean otherwise) {
        return has(name) ? as(Boolean.class, name, present(name), "true or false") : otherwise;
    }

    /// A date such as 2026-05-04.
    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    /// A list of numbers; null in it is NaN.
    public double[] numbers(String name) {
        return numbers(name, values(name));
    }

    /// A list of lists of numbers; null in it is NaN.
    public double[][] rows(String name) {
        return values(name).stream()
                .map(row -> numbers(name, as(List.class, name, row, "a list of lists")))
                .toArray(double[][]::new);
    }

    /// A list of texts.
    public List<String> texts(String name) {
        return values(name).stream()
                .map(value -> as(String.class, name, value, "a list of texts"))
                .toList();
    }

    /// A list of objects.
    public List<Inputs> objects(String name) {
        return values(name).stream()
                .map(value -> new Inputs(as(Map.class, name, value, "a list of objects")))
                .toList();
    }

    /// An object.
    public Inputs object(String name) {
        return new Inputs(as(Map.class, name, present(name), "an object"));
    }

    /// A list of whatever it holds.
    public List<?> values(String name) {
        return as(List.class, name, present(name), "a list");
    }

    private Object present(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static double[] numbers(String name, List<?> values) {
        return values.stream()
                .mapToDouble(value -> value == null ? Double.NaN : number(name, value))
                .toArray();
    }

    private static double number(String name, Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case String text when text.endsWith("Infinity") -> Double.parseDouble(text);
            default -> throw refused(name, "a number");
        };
    }

    private static <T> T as(Class<T> type, String name, @Nullable Object value, String wanted) {
        if (!type.isInstance(value)) {
            throw refused(name, wanted);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException refused(String name, String wanted) {
        return new IllegalArgumentException("%s is not %s".formatted(name, wanted));
    }
}
