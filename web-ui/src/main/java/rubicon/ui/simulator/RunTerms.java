package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import rubicon.ui.client.ScenarioPayload;

/// What a scenario asks of its simulations beside inputs and plan. The page has no fields for it,
/// so a run of a taken scenario keeps it as it is.
///
/// @param fields those of [#FIELDS] that are said
/// @param leftOut in words, what the scenario asks and cannot be asked with these inputs
record RunTerms(Map<String, JsonNode> fields, List<String> leftOut) {
    /// As `POST /simulations` and scenarios name them.
    static final List<String> FIELDS =
            List.of("correlations", "thresholds", "outputs", "timeLimit", "asOf");

    static final RunTerms NONE = new RunTerms(Map.of(), List.of());

    static final String CORRELATIONS = "correlations";
    private static final Map<String, String> WORDS =
            Map.of("timeLimit", "time limit", "asOf", "moment of the ledger");

    RunTerms {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        leftOut = List.copyOf(leftOut);
    }

    static RunTerms of(ScenarioPayload scenario) {
        return read(name -> scenario.more().getOrDefault(name, MissingNode.getInstance()));
    }

    /// Those with which a simulation was asked for.
    static RunTerms of(JsonNode request) {
        return read(request::path);
    }

    private static RunTerms read(Function<String, JsonNode> field) {
        Map<String, JsonNode> said = new LinkedHashMap<>();
        for (String name : FIELDS) {
            JsonNode value = field.apply(name);
            if (!value.isMissingNode() && !value.isNull()) {
                said.put(name, value);
            }
        }
        return new RunTerms(said, List.of());
    }

    /// The same without correlations of what was drawn and is held fixed on the page, which the
    /// simulator refuses, and without outputs of another variant, which this one may not have.
    ///
    /// @param own the scenario's inputs
    RunTerms under(Inputs inputs, Inputs own) {
        Map<String, JsonNode> kept = new LinkedHashMap<>(fields);
        List<String> left = new ArrayList<>();
        JsonNode all = fields.getOrDefault(CORRELATIONS, Json.NODES.arrayNode());
        ArrayNode drawn = Json.NODES.arrayNode();
        for (JsonNode one : all) {
            if (isDrawn(one, inputs, own)) {
                drawn.add(one);
            }
        }
        if (drawn.size() < all.size()) {
            kept.put(CORRELATIONS, drawn);
            left.add("%d of its correlations".formatted(all.size() - drawn.size()));
        }
        if (!inputs.choosesAs(own)) {
            for (String name : List.of("thresholds", "outputs")) {
                if (kept.remove(name) != null) {
                    left.add(name);
                }
            }
        }
        return new RunTerms(kept, left);
    }

    /// The same for a design of Sobol's: its inputs are drawn each by itself.
    RunTerms uncorrelated() {
        Map<String, JsonNode> kept = new LinkedHashMap<>(fields);
        kept.put(CORRELATIONS, Json.NODES.arrayNode());
        return new RunTerms(kept, leftOut);
    }

    private static boolean isDrawn(JsonNode correlation, Inputs inputs, Inputs own) {
        Set<String> here = inputs.drawnCells().keySet();
        Set<String> there = own.drawnCells().keySet();
        for (JsonNode it : correlation.path("between")) {
            String name = it.asText();
            // What is neither an input nor a drawn cell of the scenario is drawn by the model.
            boolean lost =
                    inputs.model()
                            .parameter(name)
                            .map(input ->
                                    !inputs.matters(input) || inputs.drawnFrom(input).isEmpty())
                            .orElseGet(() -> there.contains(name) && !here.contains(name));
            if (lost) {
                return false;
            }
        }
        return true;
    }

    /// In words what is said.
    List<String> words() {
        return fields.entrySet().stream()
                .filter(it -> !(it.getValue().isArray() && it.getValue().isEmpty()))
                .map(it -> words(it.getKey()))
                .toList();
    }

    /// In words what is said otherwise elsewhere, or only here, or only there.
    List<String> differingFrom(RunTerms other) {
        List<String> differing = new ArrayList<>();
        for (String name : FIELDS) {
            JsonNode mine = fields.getOrDefault(name, MissingNode.getInstance());
            JsonNode theirs = other.fields.getOrDefault(name, MissingNode.getInstance());
            if (!Json.same(mine, theirs)) {
                differing.add(words(name));
            }
        }
        return differing;
    }

    private static String words(String field) {
        return WORDS.getOrDefault(field, field);
    }
}
