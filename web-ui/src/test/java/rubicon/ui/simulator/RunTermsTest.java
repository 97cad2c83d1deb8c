package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunTermsTest {
    private static final String ASKED =
            """
            {"model": "toy", "samples": 4000, "outputs": ["total"], "timeLimit": "PT5M",
             "asOf": null, "thresholds": {"total": [15]},
             "correlations": [
                {"between": ["slope", "count"], "spearman": 0.5},
                {"between": ["slope", "positions[1].end2024"], "spearman": 0.2},
                {"between": ["slope", "positions[2].end2024"], "spearman": 0.1}],
             "parameters": {
                "slope": {"distribution": "uniform", "low": 0.5, "high": 1.5},
                "count": {"distribution": "uniform", "low": 1, "high": 5},
                "positions": [{"category": "bug-fixes",
                               "end2024": {"distribution": "uniform", "low": 0.1, "high": 0.2}},
                              {"category": "papers", "end2024": 0.3}]}}
            """;
    private static final JsonNode REQUEST = Json.read(ASKED).orElseThrow();
    private static final RunTerms TERMS = RunTerms.of(REQUEST);
    private static final Inputs OWN = Inputs.of(Toys.model(), REQUEST.path("parameters"));

    @Test
    void whatThePageHasNoFieldsForIsKeptAsItIs() {
        assertThat(TERMS.fields())
                .containsOnlyKeys("correlations", "thresholds", "outputs", "timeLimit")
                .allSatisfy((name, value) -> assertThat(value).isEqualTo(REQUEST.get(name)));
        assertThat(TERMS.under(OWN, OWN)).isEqualTo(TERMS);
        assertThat(TERMS.words())
                .containsExactly("correlations", "thresholds", "outputs", "time limit");
    }

    @Test
    void aCorrelationOfWhatIsHeldFixedIsLeftOut() {
        Inputs fixed = OWN.drawing(Toys.parameter("count"), Optional.empty());

        RunTerms under = TERMS.under(fixed, OWN);

        assertThat(under.leftOut()).containsExactly("1 of its correlations");
        assertThat(between(under)).containsExactly("positions[1].end2024", "positions[2].end2024");
        assertThat(under.fields().get("thresholds")).isEqualTo(REQUEST.get("thresholds"));
    }

    @Test
    void aCorrelationOfACellThatIsSetIsLeftOutAndOneThatTheModelDrawsStays() {
        Inputs set =
                OWN.with(
                        "positions",
                        Json.read("[{\"category\": \"bug-fixes\", \"end2024\": 0.1}]")
                                .orElseThrow());

        RunTerms under = TERMS.under(set, OWN);

        assertThat(under.leftOut()).containsExactly("1 of its correlations");
        assertThat(between(under)).containsExactly("count", "positions[2].end2024");
    }

    @Test
    void outputsOfAnotherVariantAreLeftOut() {
        RunTerms under = TERMS.under(OWN.with("shape", Json.NODES.textNode("bend")), OWN);

        assertThat(under.leftOut()).containsExactly("thresholds", "outputs");
        assertThat(under.fields()).containsOnlyKeys("correlations", "timeLimit");
    }

    @Test
    void aDesignOfSobolsHasNoCorrelations() {
        assertThat(TERMS.uncorrelated().fields().get("correlations")).isEmpty();
        assertThat(TERMS.uncorrelated().words()).doesNotContain("correlations");
    }

    @Test
    void termsDifferByWhatTheyAskNotByHowItIsWritten() {
        RunTerms same = RunTerms.of(Json.read(ASKED.replace("0.5}", "5e-1}")).orElseThrow());
        RunTerms later = RunTerms.of(Json.read(ASKED.replace("[15]", "[16]")).orElseThrow());

        assertThat(TERMS.differingFrom(same)).isEmpty();
        assertThat(TERMS.differingFrom(later)).containsExactly("thresholds");
        assertThat(TERMS.differingFrom(RunTerms.NONE)).isEqualTo(TERMS.words());
        assertThat(RunTerms.NONE.differingFrom(TERMS)).isEqualTo(TERMS.words());
    }

    private static List<String> between(RunTerms terms) {
        JsonNode all = terms.fields().getOrDefault("correlations", Json.NODES.arrayNode());
        return all.valueStream().map(it -> it.path("between").path(1).asText()).toList();
    }
}
