package rubicon.simulator.saved;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

/// Scenarios as YAML files: the same fields as in JSON, and what says nothing is left out.
@ApplicationScoped
class ScenarioYaml {
    static final String TYPE = "application/yaml";

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .build())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final ObjectMapper json;

    ScenarioYaml(ObjectMapper json) {
        this.json = json;
    }

    /// What a text says.
    ///
    /// @throws ProblemException if it is no YAML
    static JsonNode read(@Nullable String text) {
        try {
            return YAML.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new ProblemException(
                    Problem.refused(
                            List.of(
                                    new FieldProblem(
                                            "body",
                                            "body is no YAML that could be read" + where))));
        }
    }

    /// The text of a scenario; read again it says the same.
    String write(ScenarioPayload scenario) {
        ObjectNode tree = json.valueToTree(scenario);
        tree.remove(List.of("builtIn", "createdAt"));
        tree.properties().removeIf(it -> saysNothing(it.getValue()));
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty());
    }
}
