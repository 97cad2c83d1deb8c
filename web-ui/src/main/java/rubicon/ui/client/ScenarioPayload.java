package rubicon.ui.client;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scenario: a model with what is assumed, and what speaks for and against it.
///
/// @param parameters by name a value or a distribution
/// @param watch indicators, or words, that would tell whether it comes true
/// @param builtIn whether it came with Rubicon: it can be forked and not changed
/// @param more all else that it says, such as `bindings` and `publish`: kept when it is changed
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
        String author,
        @JsonAnySetter Map<String, JsonNode> more) {

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
        more = more == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /// What its inputs are read from: by input the indicator and which of its figures.
    public JsonNode bindings() {
        return more.getOrDefault("bindings", JsonNodeFactory.instance.objectNode());
    }

    /// The indicator as which its outcome is published, if it is.
    public Optional<String> publishes() {
        return Optional.ofNullable(more.get("publish"))
                .map(it -> it.path("indicator").asText())
                .filter(it -> !it.isEmpty());
    }

    /// Other values to ask the same with.
    public List<VariationPayload> variations() {
        JsonNode all = more.getOrDefault("variations", JsonNodeFactory.instance.arrayNode());
        return all.valueStream()
                .map(it -> new VariationPayload(it.path("title").asText(), it.path("parameters")))
                .toList();
    }

    /// Values, or distributions, that are laid over a scenario's.
    public record VariationPayload(String title, JsonNode parameters) {}

    /// Where something is said.
    public record SourcePayload(String title, @Nullable String url) {}
}
