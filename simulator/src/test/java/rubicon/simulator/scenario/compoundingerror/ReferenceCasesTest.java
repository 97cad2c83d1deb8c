package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: `compounding-error-cases.json`, computed independently of this code from the equations
/// of the model's specification, version 1; each case brings its own tolerance.
class ReferenceCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheIndependentComputation(JsonNode reference) {
        Map<String, Object> actual =
                compute(reference.path("op").asText(), reference.path("inputs"));
        JsonNode tolerance = reference.path("tolerance");
        for (var expected : reference.path("expected").properties()) {
            List<Double> wanted = numbers(expected.getValue());
            List<Double> got = numbers(actual.getOrDefault(expected.getKey(), List.of()));
            assertThat(got).as(expected.getKey()).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                double allowed =
                        Math.max(
                                tolerance.path("abs").asDouble(),
                                tolerance.path("rel").asDouble() * Math.abs(wanted.get(i)));
                assertThat(Math.abs(got.get(i) - wanted.get(i)))
                        .as("%s[%d]: %s for %s", expected.getKey(), i, got.get(i), wanted.get(i))
                        .isLessThanOrEqualTo(allowed);
            }
        }
    }

    @Test
    void everyOperationHasACase() {
        assertThat(cases().map(named -> named.getPayload().path("op").asText()).distinct())
                .containsExactlyInAnyOrder(
                        "alignment.simple",
                        "alignment.required",
                        "alignment.chain",
                        "alignment.drift",
                        "alignment.beta",
                        "alignment.layers");
    }

    private static Map<String, Object> compute(String op, JsonNode in) {
        List<Long> n = new ArrayList<>();
        in.path("n").forEach(item -> n.add(item.asLong()));
        return switch (op) {
            case "alignment.simple" -> {
                var chain = SimpleChain.ofFidelity(number(in, "q"));
                yield Map.of("survival", chain.aligned(n), "halfLife", chain.halfLife());
            }
            case "alignment.required" -> {
                var chain = SimpleChain.ofFidelity(number(in, "current"));
                double target = number(in, "target");
                yield Map.of(
                        "q", SimpleChain.requiredFidelity(target, in.path("n").asLong()),
                        "maxGenerations", chain.mostGenerations(target),
                        "exactGenerations", chain.exactGenerations(target));
            }
            case "alignment.chain" -> {
                var chain =
                        new AuditedChain(
                                number(in, "e"),
                                number(in, "d"),
                                in.path("audits").asLong(),
                                number(in, "c"),
                                number(in, "recovery"));
                yield Map.of(
                        "netError", chain.netError(),
                        "stationary", chain.stationary(),
                        "aligned", chain.aligned(n),
                        "meanFirstFailure", chain.meanFirstFailure());
            }
            case "alignment.drift" -> {
                var chain = new DriftingChain(number(in, "e0"), number(in, "g"));
                yield Map.of("survival", chain.aligned(n), "limit", chain.limit());
            }
            case "alignment.beta" -> {
                var chain = new UncertainChain(number(in, "a"), number(in, "b"));
                yield Map.of(
                        "survival", chain.aligned(n),
                        "plugIn", new SimpleChain(chain.meanError()).aligned(n));
            }
            case "alignment.layers" -> {
                var chain =
                        new LayeredChain(
                                number(in, "e"), number(in, "kappa"), in.path("layers").asLong());
                yield Map.of("perGeneration", chain.fidelity(), "survival", chain.aligned(n));
            }
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static double number(JsonNode inputs, String name) {
        assertThat(inputs.path(name).isNumber()).as(name).isTrue();
        return inputs.path(name).asDouble();
    }

    private static List<Double> numbers(Object one) {
        return switch (one) {
            case Double number -> List.of(number);
            case List<?> many -> many.stream().map(Double.class::cast).toList();
            case JsonNode node when node.isArray() ->
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JsonNode::asDouble)
                            .toList();
            case JsonNode node -> List.of(node.asDouble());
            default -> throw new IllegalArgumentException(one.toString());
        };
    }

    static Stream<Named<JsonNode>> cases() {
        try (var file =
                ReferenceCasesTest.class.getResourceAsStream("/compounding-error-cases.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).path("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(reference -> Named.of(reference.path("id").asText(), reference));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
