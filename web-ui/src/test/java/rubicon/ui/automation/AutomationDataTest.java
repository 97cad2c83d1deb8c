package rubicon.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rubicon.ui.client.Clients;
import rubicon.ui.testing.Indices;
import rubicon.ui.testing.StubIngest;

/// What the page asks the ingest service for, and what of it is told.
final class AutomationDataTest {

    @Test
    void bothIndicesAreReadAsTheyTravel() {
        var ingest = new StubIngest();
        ingest.index = Indices.automation();
        ingest.capability = Indices.capability("POINTS", 0.95);
        ingest.up();
        try {
            var data =
                    AutomationData.load(
                            Clients.at(URI.create(ingest.url()), true), Optional.of(Indices.AS_OF));

            assertThat(data.index().orElse(Indices.nothing())).isEqualTo(Indices.automation());
            assertThat(data.capability().orElse(Indices.capability("LOGITS", null)))
                    .isEqualTo(Indices.capability("POINTS", 0.95));
            assertThat(data.failure()).isEmpty();
        } finally {
            ingest.down();
        }
        var later =
                AutomationData.load(Clients.at(URI.create(ingest.url()), true), Optional.empty());
        assertThat(later.mayComeLater()).isTrue();
        assertThat(later.failure()).isPresent();
    }

    @Test
    void theWordsSayWhatTheNumberIsWorth() {
        var index = Indices.automation();

        assertThat(IndexWords.interval(index.low(), index.high(), index.level()))
                .isEqualTo("0.22 to 0.77 (80 %)");
        assertThat(IndexWords.rests(Objects.requireNonNull(index.rests())))
                .isEqualTo("imputed 58 %, stale 8 %, first party 0 %");
        assertThat(IndexWords.weakest(index)).isEqualTo("Chip design 0.35, imputed");
        assertThat(IndexWords.phase(index.categories().getFirst())).isEqualTo("late steep");
        assertThat(IndexWords.phase(index.categories().getLast())).startsWith("imputed");
        assertThat(IndexWords.marks(Indices.contribution())).isEqualTo("stale");
        assertThat(IndexWords.normalised(Indices.contribution().normalisation(), "%"))
                .isEqualTo("0 to 100 %, the scale's ends");
        assertThat(IndexWords.number(Indices.nothing().value())).isEqualTo("–");
    }

    @Test
    void theCurveTellsWhatItShowsAndLeavesOutWhatHasNoPlace() {
        assertThat(CurveFigure.label(Indices.automation()))
                .endsWith("Bug fixes 0.71, Chip design 0.35 (imputed)");
        assertThat(CurveFigure.svg(Indices.automation()))
                .contains("class=\"dot\"", "class=\"dot imputed\"", ">1</text>", ">2</text>");
        assertThat(CurveFigure.svg(Indices.nothing())).doesNotContain("circle");
    }

    @Test
    void theCapabilityIndexSaysItsScaleAndWhetherOthersAgree() {
        assertThat(CapabilityParts.summary(Indices.capability("POINTS", 0.95)))
                .contains("Claude 3.5 Sonnet is 130 and GPT-5 150", "12 models", "0.95");
        assertThat(CapabilityParts.summary(Indices.capability("LOGITS", null)))
                .contains("Logits above the difficulty of swe-bench-bash-only", "Too few models");
    }
}
