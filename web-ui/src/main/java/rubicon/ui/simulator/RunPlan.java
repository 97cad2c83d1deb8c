package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.shell.QueryReader;

/// How a simulation is drawn.
///
/// @param samples 1 to [#MOST_SAMPLES]
/// @param sampling one of [#SAMPLINGS]
/// @param sobolPairs points of the design for Sobol indices, 0 to [#MOST_PAIRS]; 0 for none of them
record RunPlan(long samples, long seed, String sampling, int sobolPairs) {
    static final List<String> SAMPLINGS = List.of("LATIN_HYPERCUBE", "INDEPENDENT", "SOBOL");
    static final long MOST_SAMPLES = 2_000_000;
    static final int MOST_PAIRS = 65_536;
    static final RunPlan DEFAULT = new RunPlan(10_000, 1, SAMPLINGS.getFirst(), 0);

    static RunPlan read(QueryReader reader) {
        return new RunPlan(
                reader.value("samples", whole(1, MOST_SAMPLES), "1 to " + MOST_SAMPLES)
                        .orElse(DEFAULT.samples),
                reader.value("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), "a whole number")
                        .orElse(DEFAULT.seed),
                reader.value(
                                "sampling",
                                it -> Optional.of(it).filter(SAMPLINGS::contains),
                                String.join(", ", SAMPLINGS))
                        .orElse(DEFAULT.sampling),
                reader.value("sobolPairs", whole(0, MOST_PAIRS), "0 to " + MOST_PAIRS)
                        .map(Long::intValue)
                        .orElse(DEFAULT.sobolPairs));
    }

    /// That of a scenario, what it leaves open as usual.
    static RunPlan of(ScenarioPayload scenario) {
        Long count = scenario.samples();
        Long number = scenario.seed();
        String how = scenario.sampling();
        JsonNode pairs = scenario.more().get("sobolPairs");
        return new RunPlan(
                count == null ? DEFAULT.samples : count,
                number == null ? DEFAULT.seed : number,
                how == null ? DEFAULT.sampling : how,
                pairs == null ? DEFAULT.sobolPairs : pairs.asInt());
    }

    /// As the simulator is asked.
    void tell(Map<String, JsonNode> request) {
        request.put("samples", Json.NODES.numberNode(samples));
        request.put("seed", Json.NODES.numberNode(seed));
        request.put("sampling", Json.NODES.textNode(sampling));
        request.put("sobolPairs", Json.NODES.numberNode(sobolPairs));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        if (samples != DEFAULT.samples) {
            query.put("samples", Long.toString(samples));
        }
        if (seed != DEFAULT.seed) {
            query.put("seed", Long.toString(seed));
        }
        if (!sampling.equals(DEFAULT.sampling)) {
            query.put("sampling", sampling);
        }
        if (sobolPairs != DEFAULT.sobolPairs) {
            query.put("sobolPairs", Integer.toString(sobolPairs));
        }
        return query;
    }

    /// A whole number within two ends.
    static Function<String, Optional<Long>> whole(long least, long most) {
        return text -> {
            try {
                long number = Long.parseLong(text.strip());
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }
}
