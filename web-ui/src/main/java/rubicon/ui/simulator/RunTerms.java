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
/// @param leftOut how many correlations it had of what is held fixed by now
record RunTerms(Map<String, JsonNode> fields, int leftOut) {
    /// As `POST /simulations` and scenarios name them.
    static final List<String> FIELDS =
            List.of("correlations", "thresholds", "outputs", "timeLimit", "asOf");

    static final RunTerms NONE = new RunTerms(Map.of(), 0);

    private static final String CORRELATIONS = "correlations";
    private static final Map<String, String> WORDS =
            Map.of("timeLimit", "time limit", "asOf", "moment of the ledger");

    RunTerms {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
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
        return new RunTerms(said, 0);
    }

    /// The same without correlations of what was drawn and is held fixed on the page: the simulator
    /// refuses those.
    ///
    /// @param own the scenario's inputs
    RunTerms under(Inputs inputs, Inputs own) {
        JsonNode all = fields.get(CORRELATIONS);
        if (all == null) {
            return this;
        }
        ArrayNode left = Json.NODES.arrayNode();
        for (JsonNode one : all) {
            if (isDrawn(one, inputs, own)) {
                left.add(one);
            }
        }
        Map<String, JsonNode> kept = new LinkedHashMap<>(fields);
        kept.put(CORRELATIONS, left);
        return new RunTerms(kept, all.size() - left.size());
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
        return fields.keySet().stream().map(RunTerms::words).toList();
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
