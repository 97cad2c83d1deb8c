package rubicon.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Options of the form `--name value`, each with a default.
public final class Arguments {
    private final Map<String, String> given;

    private Arguments(Map<String, String> given) {
        this.given = given;
    }

    /// Reads a command line.
    ///
    /// @param known names without dashes
    /// @throws IllegalArgumentException if an option is unknown or lacks its value
    public static Arguments parse(List<String> line, String... known) {
        Set<String> names = Set.copyOf(Arrays.asList(known));
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < line.size(); i += 2) {
            String name = line.get(i).replaceFirst("^--", "");
            if (!line.get(i).startsWith("--") || !names.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no option %s; known are --%s"
                                .formatted(line.get(i), String.join(", --", known)));
            }
            if (i + 1 == line.size()) {
                throw new IllegalArgumentException(line.get(i) + " needs a value");
            }
            given.put(name, line.get(i + 1));
        }
        return new Arguments(given);
    }

    /// A positive number.
    ///
    /// @throws IllegalArgumentException naming the option if it is none
    public double positive(String name, double otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        throw new IllegalArgumentException("--%s must be above 0, not '%s'".formatted(name, text));
    }
}
