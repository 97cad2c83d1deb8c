package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InputsTest {
    private static final Inputs DEFAULTS = Inputs.defaults(Toys.model());

    @Test
    void anInputThatIsSetBackIsNoLongerChanged() {
        Inputs changed = DEFAULTS.with("slope", Json.number(2));

        assertThat(changed.forEvaluation()).containsExactly(Map.entry("slope", Json.number(2)));
        assertThat(changed.with("slope", Json.NODES.numberNode(1.0))).isEqualTo(DEFAULTS);
        assertThat(changed.without("slope")).isEqualTo(DEFAULTS);
    }

    @Test
    void whatDoesNotMatterForTheChoiceIsNotAsked() {
        Inputs bent = DEFAULTS.with("bend", Json.number(5));

        assertThat(bent.matters(Toys.parameter("bend"))).isFalse();
        assertThat(bent.forEvaluation()).isEmpty();
        assertThat(bent.with("shape", TextNode.valueOf("bend")).forEvaluation())
                .containsOnlyKeys("shape", "bend");
    }

    @Test
    void aPriorIsDrawnUntilAValueIsChosen() {
        JsonNode prior = Toys.prior("slope");

        assertThat(DEFAULTS.forSimulation()).containsExactly(Map.entry("slope", prior));
        assertThat(DEFAULTS.with("slope", Json.number(2)).forSimulation())
                .containsExactly(Map.entry("slope", Json.number(2)));
        assertThat(
                        DEFAULTS.with("slope", Json.number(2))
                                .drawing(Toys.parameter("slope"), Optional.of(prior))
                                .forSimulation())
                .containsExactly(Map.entry("slope", prior));
    }

    @Test
    void aPriorThatIsNotWantedIsHeldAtTheDefault() {
        Inputs fixed = DEFAULTS.drawing(Toys.parameter("slope"), Optional.empty());

        assertThat(
                        ValueText.of(
                                Json.NODES
                                        .objectNode()
                                        .setAll(fixed.forSimulation())
                                        .path("slope")))
                .isEqualTo("1");
        assertThat(fixed.drawing(Toys.parameter("slope"), Optional.of(Toys.prior("slope"))))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void whatIsLaidOverReplacesWhatItNamesAndNothingElse() {
        Inputs there =
                DEFAULTS.with("count", Json.number(5))
                        .with("slope", Json.number(2))
                        .drawing(Toys.parameter("count"), Optional.of(Toys.prior("slope")));

        Map<String, JsonNode> other = Map.of("slope", Json.number(0.5), "count", Json.number(7));
        assertThat(there.over(Json.NODES.objectNode().setAll(other)))
                .isEqualTo(DEFAULTS.with("slope", Json.number(0.5)).with("count", Json.number(7)));
        assertThat(there.over(Json.NODES.objectNode().set("slope", Toys.prior("slope"))))
                .isEqualTo(
                        there.drawing(Toys.parameter("slope"), Optional.of(Toys.prior("slope"))));
        assertThat(there.over(Json.NODES.objectNode())).isEqualTo(there);
    }

    @Test
    void oneRunTakesACellAtItsMedianAndLeavesWhatIsNoDistribution() {
        Inputs drawn =
                DEFAULTS.with(
                        "positions",
                        Json.read(
                                        """
                                        [{"end2024": {"distribution": "triangular",
                                                      "low": 0, "mode": 0, "high": 1}},
                                         {"end2024": {"distribution": "uniform",
                                                      "low": 1, "high": 0}}]
                                        """)
                                .orElseThrow());

        JsonNode rows = Json.NODES.objectNode().setAll(drawn.forEvaluation()).path("positions");

        assertThat(rows.path(0).path("end2024").asDouble())
                .isCloseTo(1 - Math.sqrt(0.5), within(1e-12));
        assertThat(rows.path(1).path("end2024").path("distribution").asText()).isEqualTo("uniform");
    }

    @Test
    void aRequestGivesTheInputsThatItWasMadeOf() {
        Inputs inputs =
                DEFAULTS.with("shape", TextNode.valueOf("bend"))
                        .with("slope", Json.number(0.5))
                        .drawing(
                                Toys.parameter("bend"),
                                ValueText.parseDistribution("uniform,low:1,high:2"));
        JsonNode request = Json.NODES.objectNode().setAll(inputs.forSimulation());

        assertThat(Inputs.of(Toys.model(), request)).isEqualTo(inputs);
        assertThat(Inputs.of(Toys.model(), request).asksTheSame(inputs)).isTrue();
        assertThat(inputs.asksTheSame(inputs.with("count", Json.number(3)))).isFalse();
    }
}
