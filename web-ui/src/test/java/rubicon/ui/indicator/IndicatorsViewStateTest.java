package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Wire;

final class IndicatorsViewStateTest {
    @Test
    void everyWordMustOccurInAnyCase() {
        var indicator = Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LOG");

        assertThat(new IndicatorsViewState("HORIZON metr").matches(indicator)).isTrue();
        assertThat(new IndicatorsViewState("horizon swe").matches(indicator)).isFalse();
        assertThat(new IndicatorsViewState("").matches(indicator)).isTrue();
    }

    @Test
    void theSearchStandsInTheAddress() {
        var state = IndicatorsViewState.parse(Map.of("q", List.of(" horizon "))).state();

        assertThat(IndicatorNavigation.list(state)).isEqualTo("indicators?q=horizon");
        assertThat(IndicatorNavigation.list(new IndicatorsViewState(""))).isEqualTo("indicators");
    }

    @Test
    void anOverlongSearchIsCut() {
        assertThat(new IndicatorsViewState("x".repeat(5_000)).text()).hasSize(200);
    }
}
