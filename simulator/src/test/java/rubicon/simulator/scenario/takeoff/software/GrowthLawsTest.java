package rubicon.simulator.scenario.takeoff.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowthLawsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void explodesAtItsSingularTimeAndNotBefore() {
        var growth = new ContinuousGrowth(2, 0.15);
        double end = growth.singularTime();
        assertThat(growth.level(end * (1 - 1e-6))).isFinite().isGreaterThan(1e10);
        assertThat(growth.level(end)).isEqualTo(INF);
        assertThat(growth.level(2 * end)).isEqualTo(INF);
    }

    @Test
    void nearZeroExponentsAreExponential() {
        for (double q : new double[] {1e-12, -1e-12, 0}) {
            assertThat(new ContinuousGrowth(2, q).level(3)).isCloseTo(Math.exp(6), within(1e-6));
        }
    }

    @Test
    void halfTheGrowthTakesTwiceTheTime() {
        for (double q : new double[] {-0.3, 0, 0.1}) {
            assertThat(new ContinuousGrowth(1, q).level(3))
                    .isCloseTo(new ContinuousGrowth(2, q).level(1.5), within(1e-9));
        }
        var input = new ResearchInput(0.5, -0.4);
        assertThat(new BottleneckedGrowth(input, 1, 0.6, 0.25).timeTo(1e4))
                .isCloseTo(
                        2 * new BottleneckedGrowth(input, 2, 0.6, 0.25).timeTo(1e4), within(1e-9));
    }

    /// Oracle: the calculator's page prints 3.28.
    @Test
    void balancedGrowthIsThePublishedSpeedup() {
        assertThat(new BalancedGrowth(0.4, 1, 0.5, 0.7, 1.1).speedup())
                .isCloseTo(3.28, within(0.005));
        var growth = new BalancedGrowth(0.4, 1, 0.5, 0.7, 1.1);
        assertThat(growth.speedup()).isCloseTo(growth.after() / growth.before(), within(1e-12));
        assertThat(new BalancedGrowth(0.4, 1, 1, 0.7, 1.1).speedup()).isEqualTo(INF);
        assertThat(new BalancedGrowth(0.4, 1, 0, 0.7, 1.1).speedup()).isFinite();
    }

    /// Oracle: Cobb–Douglas grows as `S^(λ(1 − s) − β)`, closed as in [ContinuousGrowth].
    @Test
    void cobbDouglasIsTheClosedForm() {
        var growth = new BottleneckedGrowth(new ResearchInput(0.5, 0), 2, 0.6, 0.2);
        var closed = new ContinuousGrowth(2, 0.1);
        assertThat(closed.level(growth.timeTo(1e6))).isCloseTo(1e6, within(1e-4));
        assertThat(growth.timeTo(INF)).isCloseTo(closed.singularTime(), within(1e-9));
    }

    @Test
    void aBottleneckKeepsInfinityInfinitelyFar() {
        assertThat(new BottleneckedGrowth(new ResearchInput(0.5, -0.4), 2, 0.6, 0.2).timeTo(INF))
                .isEqualTo(INF);
    }

    @Test
    void moreComputeOrLabourNeverGivesLess() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double rho = random.nextBoolean() ? -3 * random.nextDouble() : random.nextDouble();
            var input = new ResearchInput(random.nextDouble(), rho);
            double compute = Math.exp(8 * random.nextGaussian());
            double labour = Math.exp(8 * random.nextGaussian());
            double made = input.of(compute, labour);
            double rounding = 1e-12 * made;
            assertThat(input.of(2 * compute, labour)).isGreaterThanOrEqualTo(made - rounding);
            assertThat(input.of(compute, 2 * labour)).isGreaterThanOrEqualTo(made - rounding);
            assertThat(input.of(2 * compute, 2 * labour)).isCloseTo(2 * made, within(4 * rounding));
            assertThat(input.limitOfLabour(compute)).isGreaterThanOrEqualTo(made - rounding);
            // Euler: elasticities of constant returns sum to 1, so labour's lies between.
            assertThat(input.labourElasticity(compute, labour)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void substitutionIsContinuousAtCobbDouglas() {
        for (double rho : new double[] {-1e-9, 1e-9}) {
            assertThat(new ResearchInput(0.3, rho).of(2, 50))
                    .isCloseTo(new ResearchInput(0.3, 0).of(2, 50), within(1e-6));
        }
    }

    @Test
    void farBeyondTheRangeOfPowersStaysANumber() {
        assertThat(new ResearchInput(0.5, -5).of(1e-300, 1e300)).isBetween(1e-300, 1.2e-300);
        assertThat(new ResearchInput(1, -5).of(3, 1e-300)).isCloseTo(3, within(1e-9));
        assertThat(new ResearchInput(0, -5).of(1e-300, 3)).isCloseTo(3, within(1e-9));
    }

    @Test
    void theLoopIsFiniteBelowOne() {
        assertThat(new PartialLoop(3, 0.333).amplification()).isCloseTo(1000, within(1e-6));
        assertThat(new PartialLoop(2, 0.5).amplification()).isEqualTo(INF);
        assertThat(new PartialLoop(2, 0.5).explosive()).isFalse();
    }

    /// Oracle: the paper prints 13 % and 17 %.
    @Test
    void theNetworkHasThePublishedThresholds() {
        var network = new AutomationNetwork(1, 0.2, 3.1, 0.6);
        assertThat(network.uniformThreshold()).isCloseTo(0.13, within(0.005));
        assertThat(network.softwareHardwareThreshold()).isCloseTo(0.17, within(0.005));
        double all = network.uniformThreshold();
        assertThat(network.index(all, all, all, all)).isCloseTo(1, within(1e-12));
    }
}
