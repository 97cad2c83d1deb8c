package rubicon.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How far a result may be from what a case expects: a number matches when `|x − expected| ≤
/// max(absolute, relative·|expected|)`. Whole numbers, texts, booleans and the lengths of lists
/// match exactly. What a result has beyond the expected is not looked at.
///
/// @param relative at least 0
/// @param absolute at least 0
public record Tolerance(double relative, double absolute) {
    public Tolerance {
        if (!(relative >= 0 && absolute >= 0)) {
            throw new IllegalArgumentException(
                    "%s and %s are no tolerances".formatted(relative, absolute));
        }
    }

    /// What does not match, each with its path; empty if all does.
    public List<String> misses(@Nullable Object expected, @Nullable Object actual) {
        List<String> misses = new ArrayList<>();
        compare("", expected, actual, misses);
        return misses;
    }

    private void compare(
            String path, @Nullable Object expected, @Nullable Object raw, List<String> misses) {
        Object actual = json(raw);
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> got) {
            wanted.forEach((key, value) ->
                    compare(
                            path.isEmpty() ? key.toString() : path + "." + key,
                            value,
                            field(got, key.toString()),
                            misses));
        } else if (expected instanceof List<?> wanted
                && actual instanceof List<?> got
                && wanted.size() == got.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare("%s[%d]".formatted(path, i), wanted.get(i), got.get(i), misses);
            }
        } else if (!matches(expected, actual)) {
            misses.add("%s is %s, not %s".formatted(path, actual, expected));
        }
    }

    private boolean matches(@Nullable Object expected, @Nullable Object actual) {
        if (!(expected instanceof Number wanted && actual instanceof Number got)) {
            return expected == null ? actual == null : expected.equals(actual);
        }
        if (!(wanted instanceof Double)) {
            return wanted.longValue() == got.longValue() && got.doubleValue() % 1 == 0;
        }
        double allowed = Math.max(absolute, relative * Math.abs(wanted.doubleValue()));
        return Math.abs(got.doubleValue() - wanted.doubleValue()) <= allowed;
    }

    /// A value as JSON has it.
    private static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case Double number when Double.isNaN(number) -> null;
            case Double number when Double.isInfinite(number) -> number.toString();
            case double[] numbers -> DoubleStream.of(numbers).boxed().toList();
            case null -> null;
            default -> value;
        };
    }

    /// A field by its name; numbers as names are compared as numbers, for `1e-05` is `1.0E-5`.
    private static @Nullable Object field(Map<?, ?> map, String name) {
        if (map.containsKey(name) || !isNumber(name)) {
            return map.get(name);
        }
        double number = Double.parseDouble(name);
        return map.entrySet().stream()
                .filter(entry -> isNumber(entry.getKey().toString()))
                .filter(entry -> Double.parseDouble(entry.getKey().toString()) == number)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
    }
}
