package rubicon.simulator.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON Schema of what [Distributions] reads: which fields a kind has. What their numbers must be
/// to each other (`low` below `high`) is told by the reader.
final class DistributionSchema {
    private static final String NUMBER = "number";
    private static final String NUMBERS = "numbers";

    private DistributionSchema() {}

    /// The schema; it refers to itself at `#/$defs/distribution`.
    static Map<String, Object> schema() {
        return Map.of(
                "oneOf",
                List.of(
                        kind("point", of("value")),
                        kind("uniform", of("low", "high")),
                        kind("loguniform", of("low", "high")),
                        kind("normal", of("mean", "sd")),
                        kind("normal", of("p10", "p90")),
                        kind("lognormal", of("mu", "sigma"), "shift"),
                        kind("lognormal", of("mean", "sd"), "shift"),
                        kind("lognormal", of("p10", "p90"), "shift"),
                        kind("beta", of("a", "b")),
                        kind("triangular", of("low", "mode", "high")),
                        kind("pert", of("low", "mode", "high")),
                        kind("choice", ordered("values", NUMBERS, "weights", NUMBERS)),
                        kind("empirical", ordered("values", NUMBERS)),
                        kind("mixture", ordered("parts", "parts"))));
    }

    private static Map<String, String> of(String... numbers) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(numbers).forEach(it -> fields.put(it, NUMBER));
        return fields;
    }

    private static Map<String, String> ordered(String... namesAndTypes) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return fields;
    }

    /// @param fields that it needs
    /// @param more numbers that it may have, beside the bounds at which each may be cut
    private static Map<String, Object> kind(
            String name, Map<String, String> fields, String... more) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("distribution", Map.of("const", name));
        fields.forEach((field, type) -> properties.put(field, type(type)));
        Arrays.stream(more).forEach(it -> properties.put(it, type(NUMBER)));
        properties.put("min", type(NUMBER));
        properties.put("max", type(NUMBER));
        List<String> required = new ArrayList<>(List.of("distribution"));
        required.addAll(fields.keySet());
        return object(properties, required);
    }

    private static Map<String, Object> type(String name) {
        return switch (name) {
            case NUMBER -> Map.of("type", "number");
            case NUMBERS ->
                    Map.of(
                            "type",
                            "array",
                            "minItems",
                            1,
                            "maxItems",
                            Distributions.MOST_VALUES,
                            "items",
                            Map.of("type", "number"));
            default ->
                    Map.of(
                            "type",
                            "array",
                            "minItems",
                            1,
                            "maxItems",
                            Distributions.MOST_PARTS,
                            "items",
                            object(
                                    Map.of(
                                            "weight",
                                            type(NUMBER),
                                            "of",
                                            Map.of("$ref", "#/$defs/distribution")),
                                    List.of("weight", "of")));
        };
    }

    private static Map<String, Object> object(
            Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
