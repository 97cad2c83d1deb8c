package rubicon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A published file of METR's with what it says, read apart from the connector that is tested.
///
/// @param published when
/// @param values of the horizons, by indicator, then by the file's own row key
/// @param scores how many rows have a mean score on suite 1.1
record MetrFile(Path path, Instant published, Map<String, Map<String, Double>> values, int scores) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static MetrFile read(Path file, String published) throws IOException {
        JsonNode content = YAML.readTree(file.toFile());
        Map<String, Map<String, Double>> values = new HashMap<>();
        Set<String> scored = new HashSet<>();
        content.path("results")
                .properties()
                .forEach(it -> {
                    String definition =
                            it.getValue()
                                    .path("benchmark_name")
                                    .asText(content.path("benchmark_name").asText());
                    String suffix = definition.endsWith("v1.1") ? "" : "-v1-0";
                    JsonNode metrics = metrics(it.getValue());
                    if (suffix.isEmpty() && metrics.at("/average_score/estimate").isNumber()) {
                        scored.add(it.getKey());
                    }
                    for (String level : new String[] {"p50", "p80"}) {
                        values.computeIfAbsent(
                                        "metr-horizon-" + level + suffix, _ -> new HashMap<>())
                                .put(
                                        it.getKey(),
                                        metrics.at("/" + level + "_horizon_length/estimate")
                                                .asDouble());
                    }
                });
        return new MetrFile(file, Instant.parse(published), values, scored.size());
    }

    /// The older layout has one agent for each model, and its numbers beneath it.
    private static JsonNode metrics(JsonNode row) {
        JsonNode agents = row.path("agents");
        return agents.isMissingNode() ? row.path("metrics") : agents.elements().next();
    }
}
