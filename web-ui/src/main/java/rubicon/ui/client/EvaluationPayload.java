package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One deterministic run of a model.
///
/// @param parameters all of them, with those that were left out
/// @param outputs by name; `"Infinity"` where there is no end
/// @param reasons why an output is null, by its name
/// @param readings what was read from the ledger for it
public record EvaluationPayload(
        Map<String, JsonNode> parameters,
        Map<String, JsonNode> outputs,
        Map<String, String> reasons,
        List<ReadingPayload> readings) {
    public EvaluationPayload {
        reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
        readings = readings == null ? List.of() : List.copyOf(readings);
    }

    /// What was read from the ledger for a parameter.
    ///
    /// @param value a number, or a day as ISO date
    /// @param day what the value speaks of
    /// @param version of the indicator's state
    /// @param fallback why the scenario's own value stands in; null if it does not
    public record ReadingPayload(
            String parameter,
            @Nullable String indicator,
            JsonNode value,
            @Nullable String day,
            @Nullable Long version,
            @Nullable String fallback) {}

    /// An output, or a parameter that outputs run along; null as JSON has it for none.
    public JsonNode value(String name) {
        JsonNode output = outputs.get(name);
        return output != null ? output : parameters.getOrDefault(name, NullNode.getInstance());
    }
}
