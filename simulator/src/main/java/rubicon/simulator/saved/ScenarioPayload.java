package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.saved.Definition.Source;
import rubicon.simulator.saved.Definition.Variation;

/// A scenario as REST answers it. From `parameters` to `timeLimit` it is what `POST /simulations`
/// takes; what is null takes its default there.
///
/// @param bindings by parameter: what of the ledger it takes
/// @param publish what of it is published whenever these change; null for nothing
/// @param variations other values to ask the same with, laid over the parameters
/// @param watch indicators, or words, that would tell
/// @param builtIn whether it comes with the house and cannot be changed
/// @param author of this version
/// @param createdAt when the first version was saved
/// @param updatedAt when this version was
public record ScenarioPayload(
        String id,
        int version,
        String title,
        String model,
        @Nullable JsonNode parameters,
        @Nullable JsonNode samples,
        @Nullable JsonNode seed,
        @Nullable JsonNode asOf,
        @Nullable JsonNode sampling,
        @Nullable JsonNode correlations,
        @Nullable JsonNode outputs,
        @Nullable JsonNode thresholds,
        @Nullable JsonNode sobolPairs,
        @Nullable JsonNode timeLimit,
        Map<String, Reference> bindings,
        @Nullable Publish publish,
        List<Variation> variations,
        String argument,
        String against,
        List<String> watch,
        List<Source> sources,
        boolean builtIn,
        @Nullable String forkOf,
        String author,
        Instant createdAt,
        Instant updatedAt) {

    static ScenarioPayload of(Scenario it) {
        Definition said = it.definition();
        ObjectNode run = said.run();
        return new ScenarioPayload(
                it.id().value(),
                it.version(),
                said.title(),
                said.model(),
                run.get("parameters"),
                run.get("samples"),
                run.get("seed"),
                run.get("asOf"),
                run.get("sampling"),
                run.get("correlations"),
                run.get("outputs"),
                run.get("thresholds"),
                run.get("sobolPairs"),
                run.get("timeLimit"),
                said.bindings(),
                said.publish(),
                said.variations(),
                said.argument(),
                said.against(),
                said.watch(),
                said.sources(),
                it.builtIn(),
                it.forkOf(),
                it.author(),
                it.createdAt(),
                it.updatedAt());
    }
}
