package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scenario: a model with what is assumed, and what speaks for and against it.
///
/// @param parameters by name a value or a distribution
/// @param watch indicators, or words, that would tell whether it comes true
/// @param builtIn whether it came with Rubicon: it can be forked and not changed
public record ScenarioPayload(
        String id,
        long version,
        String title,
        String model,
        JsonNode parameters,
        @Nullable Long samples,
        @Nullable Long seed,
        @Nullable String sampling,
        String argument,
        String against,
        List<String> watch,
        List<SourcePayload> sources,
        boolean builtIn,
        @Nullable String forkOf,
        String author) {

    public ScenarioPayload {
        parameters =
                parameters == null || !parameters.isObject()
                        ? JsonNodeFactory.instance.objectNode()
                        : parameters;
        argument = argument == null ? "" : argument;
        against = against == null ? "" : against;
        author = author == null ? "" : author;
        watch = watch == null ? List.of() : List.copyOf(watch);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /// Where something is said.
    public record SourcePayload(String title, @Nullable String url) {}
}
