package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// One scenario laid over another.
final class Overlay {
    private static final String PARAMETERS = "parameters";
    private static final String BINDINGS = "bindings";

    private Overlay() {}

    /// The same with other values of some parameters.
    static ObjectNode parameters(ObjectNode under, JsonNode over) {
        ObjectNode laid = under.deepCopy();
        ObjectNode parameters = laid.withObjectProperty(PARAMETERS);
        over.properties().forEach(it -> parameters.set(it.getKey(), it.getValue()));
        return laid;
    }

    /// The same with other fields, and other values of some parameters. A parameter that is given a
    /// value is no longer bound.
    static ObjectNode fields(ObjectNode under, JsonNode over) {
        ObjectNode laid =
                over.path(PARAMETERS).isObject()
                        ? parameters(under, over.path(PARAMETERS))
                        : under.deepCopy();
        if (laid.path(BINDINGS) instanceof ObjectNode bindings) {
            over.path(PARAMETERS).fieldNames().forEachRemaining(bindings::remove);
        }
        for (Map.Entry<String, JsonNode> it : over.properties()) {
            if (!it.getKey().equals(PARAMETERS) || !it.getValue().isObject()) {
                laid.set(it.getKey(), it.getValue());
            }
        }
        return laid;
    }
}
