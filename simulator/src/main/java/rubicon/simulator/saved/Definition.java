package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Reference;

/// What a scenario says.
///
/// @param run what a simulation of it is asked for, as `POST /simulations` takes it, bound
///   parameters aside
/// @param bindings by parameter: what of the ledger it takes
/// @param publish what of it is published whenever these change; null for nothing
/// @param variations what else one may ask of it
/// @param argument why one may believe it
/// @param against what speaks against it
/// @param watch indicators, or words, that would tell
public record Definition(
        String title,
        ObjectNode run,
        Map<String, Reference> bindings,
        @Nullable Publish publish,
        List<Variation> variations,
        String argument,
        String against,
        List<String> watch,
        List<Source> sources) {

    /// Where something was said.
    public record Source(String title, @Nullable String url) {}

    /// Other values to ask the same with.
    ///
    /// @param parameters laid over the scenario's
    public record Variation(String title, JsonNode parameters) {}

    public Definition {
        variations = List.copyOf(variations);
        watch = List.copyOf(watch);
        sources = List.copyOf(sources);
    }

    /// The model's id.
    public String model() {
        return run.path("model").asText();
    }
}
