package rubicon.ui.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Wire;

final class DiscrepanciesViewStateTest {
    private static final DiscrepanciesViewState ALL = DiscrepanciesViewState.DEFAULT;

    @Test
    void roundingsAreLeftOutUnlessAskedFor() {
        var rounded = Wire.disagreement("x", "o1", 38.83, 40, "ROUNDED");
        var differs = Wire.disagreement("x", "o1", 38.83, 50, "DIFFERS");

        assertThat(ALL.matches(differs)).isTrue();
        assertThat(ALL.matches(rounded)).isFalse();
        assertThat(ALL.withRounding(true).matches(rounded)).isTrue();
    }

    @Test
    void theIndicatorNarrowsBothAndTheKindTheDocumentedOnes() {
        var ofX = new DiscrepanciesViewState(Optional.of("x"), Optional.empty(), false);
        var entry = Wire.documented("a", "COUNT", List.of("x"));

        assertThat(ofX.matches(Wire.disagreement("y", "o1", 1, 2, "DIFFERS"))).isFalse();
        assertThat(ofX.matches(entry)).isTrue();
        assertThat(ofX.matches(Wire.documented("b", "COUNT", List.of()))).isFalse();
        assertThat(ofX.withKind(Optional.of("count")).matches(entry)).isTrue();
        assertThat(ofX.withKind(Optional.of("scoring")).matches(entry)).isFalse();
        assertThat(ofX.ofEveryIndicator()).isEqualTo(ALL);
    }

    @Test
    void onlyWhatDiffersFromTheDefaultStandsInTheAddress() {
        var state =
                DiscrepanciesViewState.parse(
                                Map.of(
                                        "indicator", List.of("x"),
                                        "kind", List.of("Scoring"),
                                        "rounding", List.of("true")))
                        .state();

        assertThat(DiscrepancyNavigation.list(state))
                .isEqualTo("discrepancies?indicator=x&kind=scoring&rounding=true");
        assertThat(DiscrepancyNavigation.list(ALL)).isEqualTo("discrepancies");
        assertThat(DiscrepanciesViewState.parse(Map.of("kind", List.of("lie"))).notices())
                .singleElement()
                .asString()
                .contains("kind=lie");
    }
}
