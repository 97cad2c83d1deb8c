package rubicon.ingest.release;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.wire.RulePayload;

/// A file of default rules: one rule, or one that is asked of several things. Then `each` lists
/// what is said anew for each of them, and `suffix`, which makes its id: `<id>-<suffix>`, the
/// indicator's id where it is left out, no suffix where it is empty.
final class RuleFile {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private RuleFile() {}

    /// The rules of a file, in its order.
    ///
    /// @throws IOException if it is no YAML, or has a field that no rule has
    static List<RulePayload> read(InputStream in) throws IOException {
        return expand(YAML.readTree(in));
    }

    private static List<RulePayload> expand(JsonNode file) throws IOException {
        if (!file.isObject()) {
            throw new IOException("the file is no rule");
        }
        if (!file.has("each")) {
            return List.of(YAML.treeToValue(file, RulePayload.class));
        }
        List<RulePayload> rules = new ArrayList<>();
        for (JsonNode each : file.path("each")) {
            ObjectNode one = file.deepCopy();
            one.remove("each");
            if (each.isTextual()) {
                one.put("indicator", each.asText());
            } else if (each instanceof ObjectNode said) {
                one.setAll(said.deepCopy());
                one.remove("suffix");
            } else {
                throw new IOException("each: '%s' is no part of a rule".formatted(each));
            }
            if (each.path("condition").isObject() && file.path("condition").isObject()) {
                ObjectNode condition = file.path("condition").deepCopy();
                condition.setAll((ObjectNode) each.path("condition"));
                one.set("condition", condition);
            }
            String suffix = each.path("suffix").asText(one.path("indicator").asText());
            String id = file.path("id").asText();
            one.put("id", suffix.isEmpty() ? id : id + "-" + suffix);
            rules.add(YAML.treeToValue(one, RulePayload.class));
        }
        return List.copyOf(rules);
    }
}
