package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JonesTest {
    @Test
    void peopleAloneHaveTheConstantElasticity() {
        var jones = new Jones(TreeTest.tree(0.5, 0.3, 2), 1.5);
        for (double spend = 0.1; spend < 10; spend *= 2) {
            var elasticities = jones.elasticities(spend, 0).orElseThrow();
            assertThat(elasticities.human()).isCloseTo(1 / 1.5, within(1e-14));
            assertThat(elasticities.agent()).isZero();
        }
    }

    @Test
    void agentsElasticityFallsToNothingUnlessTheyReachAll() {
        var jones = new Jones(TreeTest.tree(0.5, 0.3, 2), 1.5);
        assertThat(jones.elasticities(1, 20).orElseThrow().agent()).isLessThan(1e-14);
        var closed = new Jones(TreeTest.tree(1, 0.3, 2), 1.5);
        assertThat(closed.elasticities(0, 500).orElseThrow().agent())
                .isCloseTo(1 / 1.5, within(1e-14));
    }

    /// Oracle: a thousandth of a per cent more, and what it gives.
    @Test
    void elasticitiesAreWhatALittleMoreGives() {
        var jones = new Jones(TreeTest.tree(0.7, 0.2, 3), 0.8);
        double step = 1e-5;
        var elasticities = jones.elasticities(1.5, 0.4).orElseThrow();
        assertThat(Math.log(jones.ideas(1.5 * (1 + step), 0.4) / jones.ideas(1.5, 0.4)) / step)
                .isCloseTo(elasticities.human(), within(1e-4));
        assertThat(Math.log(jones.ideas(1.5, 0.4 * (1 + step)) / jones.ideas(1.5, 0.4)) / step)
                .isCloseTo(elasticities.agent(), within(1e-4));
    }

    @Test
    void withoutSpendThereIsNoElasticity() {
        var jones = new Jones(TreeTest.tree(0.7, 0.2, 3), 0.8);
        assertThat(jones.ideas(0, 0)).isZero();
        assertThat(jones.elasticities(0, 0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Jones(TreeTest.tree(0.7, 0.2, 3), 0));
    }
}
