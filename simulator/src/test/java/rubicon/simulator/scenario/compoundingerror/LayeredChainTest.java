package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredChainTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 100})
    void layersThatFailTogetherAreOneLayer(long layers) {
        assertThat(new LayeredChain(0.01, 1, layers).fidelity()).isCloseTo(0.99, within(1e-15));
    }

    @Test
    void oneLayerWithoutCommonCauseIsThePlainChain() {
        assertThat(new LayeredChain(0.01, 0, 1).aligned(500))
                .isCloseTo(new SimpleChain(0.01).aligned(500), within(1e-15));
    }

    @Test
    void independentLayersMultiplyTheirErrors() {
        assertThat(new LayeredChain(0.1, 0, 3).fidelity()).isCloseTo(0.999, within(1e-15));
    }

    @Test
    void theCommonCauseBoundsWhatRedundancyBuys() {
        double before = 0;
        for (long layers = 1; layers <= 100; layers++) {
            double fidelity = new LayeredChain(0.1, 0.2, layers).fidelity();
            assertThat(fidelity).isBetween(before, 1 - 0.2 * 0.1 + 1e-15);
            before = fidelity;
        }
        assertThat(before).isCloseTo(0.98, within(1e-12));
    }

    @Test
    void refusesToStandWithoutALayer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayeredChain(0.1, 0, 0))
                .withMessage("layers must be at least 1, not 0");
    }
}
