package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.ui.testing.Horizons;

@NullUnmarked
final class HorizonChartTest {
    private static final Agent AGENT = Horizons.agent("o1", LocalDate.of(2024, 12, 5), 40);

    /// Oracle: at the horizon of 50 % the curve is at a half, by definition.
    @Test
    void theCurveFallsThroughAHalfAtTheHorizon() {
        List<List<Double>> curve = HorizonChart.curve(AGENT);
        assertThat(curve.getFirst().getFirst()).isCloseTo(1, within(1e-9));
        assertThat(curve.getLast().getFirst()).isCloseTo(1024, within(1e-6));
        assertThat(curve.stream().map(List::getLast))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int i = 1; i < curve.size(); i++) {
            if (curve.get(i).getFirst() >= 40) {
                assertThat(curve.get(i - 1).getLast()).isGreaterThan(0.5);
                assertThat(curve.get(i).getLast()).isLessThanOrEqualTo(0.5);
                return;
            }
        }
        assertThat(curve).as("reaches the horizon").isEmpty();
    }

    @Test
    void whatWasSeenIsDrawnWithItsCountsAndTheCurveWithItsHorizons() {
        List<?> series = (List<?>) HorizonChart.option(AGENT).get("series");
        Map<?, ?> seen = (Map<?, ?>) series.getFirst();
        assertThat((List<?>) seen.get("data")).hasSize(5);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) seen.get("data")).getFirst();
        assertThat((List<?>) first.get("tip")).element(2).isEqualTo("80 runs at 16 tasks");
        Map<?, ?> fitted = (Map<?, ?>) series.getLast();
        assertThat(fitted.get("name")).isEqualTo("Fitted curve");
        assertThat(((Map<?, ?>) fitted.get("markLine")).get("data").toString())
                .contains("50 %")
                .contains("80 %");
    }

    @Test
    void anAgentWithoutACurveIsDrawnAsItWasSeen() {
        Agent none = Horizons.horizon("any").agents().get(1);
        assertThat((List<?>) HorizonChart.option(none).get("series")).hasSize(1);
        assertThat(HorizonChart.summary(none))
                .isEqualTo(
                        "davinci-002, success by length of task: 0 % at tasks of 1.0 min to 4.0"
                                + " min, 0 % at tasks of 1.0 min to 4.0 min.");
    }

    @Test
    void theSummarySaysTheHorizons() {
        assertThat(HorizonChart.summary(AGENT))
                .startsWith("o1, success by length of task: ")
                .contains("Half of the attempts succeed at tasks of 40 min.");
    }
}
