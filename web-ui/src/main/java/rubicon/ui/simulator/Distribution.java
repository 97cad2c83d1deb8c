package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// Distributions as people name and begin them.
final class Distribution {
    /// The kinds that can be made here with their numbers; all others are taken as they are.
    static final Map<String, List<String>> KINDS = kinds();

    private Distribution() {}

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("uniform", List.of("low", "high"));
        kinds.put("loguniform", List.of("low", "high"));
        kinds.put("normal", List.of("p10", "p90"));
        kinds.put("lognormal", List.of("p10", "p90"));
        kinds.put("beta", List.of("a", "b"));
        kinds.put("triangular", List.of("low", "mode", "high"));
        kinds.put("pert", List.of("low", "mode", "high"));
        return kinds;
    }

    /// The kinds that have something within a parameter's range: `beta` lies between 0 and 1.
    static List<String> kindsFor(ParameterPayload parameter) {
        JsonNode min = parameter.min();
        JsonNode max = parameter.max();
        boolean above = min != null && min.asDouble() >= 1;
        boolean below = max != null && max.asDouble() <= 0;
        boolean outside = above || below;
        return KINDS.keySet().stream().filter(it -> !outside || !it.equals("beta")).toList();
    }

    static String kind(JsonNode distribution) {
        return distribution.path("distribution").asText();
    }

    /// The numbers of a kind that can be made here; none for others.
    static List<String> fields(JsonNode distribution) {
        return KINDS.getOrDefault(kind(distribution), List.of());
    }

    /// Whether its numbers can be changed here.
    static boolean isEditable(JsonNode distribution) {
        List<String> fields = fields(distribution);
        return !fields.isEmpty()
                && fields.stream().allMatch(distribution::has)
                && distribution.size() == fields.size() + 1;
    }

    /// A distribution in words: `beta (a 2, b 2)`.
    static String words(JsonNode distribution) {
        String fields =
                distribution.properties().stream()
                        .filter(it -> it.getValue().isNumber())
                        .map(it ->
                                it.getKey() + " " + Quantities.number(it.getValue().doubleValue()))
                        .collect(Collectors.joining(", "));
        String kind = kind(distribution);
        if (kind.equals("mixture")) {
            fields = distribution.path("parts").size() + " parts";
        } else if (kind.equals("choice") || kind.equals("empirical")) {
            fields = "of " + distribution.path("values").size() + " values";
        }
        return fields.isEmpty() ? kind : "%s (%s)".formatted(kind, fields);
    }

    /// A distribution of a kind to begin with, around a value and inside the range.
    static JsonNode around(String kind, ParameterPayload parameter, double value) {
        SliderScale scale = SliderScale.of(parameter, value);
        boolean zeroToOne = scale.low() >= 0 && scale.high() <= 1;
        double spread = Math.max(Math.abs(value) * 0.3, (scale.high() - scale.low()) * 0.05);
        double low = Math.max(scale.low(), value > 0 && scale.log() ? value / 2 : value - spread);
        double high = Math.min(scale.high(), value > 0 && scale.log() ? value * 2 : value + spread);
        if (!(low < high)) {
            low = scale.low();
            high = scale.high();
        }
        boolean positive = kind.startsWith("log");
        double least = positive && low <= 0 ? high / 100 : low;
        ObjectNode made = Json.NODES.objectNode().put("distribution", kind);
        for (String field : KINDS.getOrDefault(kind, List.of())) {
            double number =
                    switch (field) {
                        case "low", "p10" -> least;
                        case "high", "p90" -> high;
                        case "mode" -> Math.clamp(value, least, high);
                        case "a" -> zeroToOne ? Math.max(0.5, 8 * value) : 2;
                        default -> zeroToOne ? Math.max(0.5, 8 * (1 - value)) : 2;
                    };
            made.set(field, Json.number(rounded(number)));
        }
        return made;
    }

    private static double rounded(double value) {
        return java.math.BigDecimal.valueOf(value)
                .round(new java.math.MathContext(3))
                .doubleValue();
    }
}
