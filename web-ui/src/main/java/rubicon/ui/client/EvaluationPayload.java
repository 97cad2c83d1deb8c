package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;

/// One deterministic run of a model.
///
/// @param parameters all of them, with those that were left out
/// @param outputs by name; `"Infinity"` where there is no end
/// @param reasons why an output is null, by its name
public record EvaluationPayload(
        Map<String, JsonNode> parameters,
        Map<String, JsonNode> outputs,
        Map<String, String> reasons) {
    public EvaluationPayload {
        reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
    }

    /// An output, or a parameter that outputs run along; null as JSON has it for none.
    public JsonNode value(String name) {
        JsonNode output = outputs.get(name);
        return output != null ? output : parameters.getOrDefault(name, NullNode.getInstance());
    }
}
