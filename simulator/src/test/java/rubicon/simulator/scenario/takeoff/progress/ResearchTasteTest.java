package rubicon.simulator.scenario.takeoff.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResearchTasteTest {

    @Test
    void hasItsMeanAndItsTop() {
        var taste = ResearchTaste.of(0.999, 3.25, 1);
        assertThat(taste.meanWithFloor(0)).isCloseTo(1, within(1e-12));
        assertThat(taste.meanWithFloor(1e30)).isEqualTo(1e30);
        assertThat(Math.exp(taste.sigma() * 3.090232306167813)).isCloseTo(3.25, within(1e-9));
        assertThat(taste.atSd(0)).isLessThan(1);
    }

    @Test
    void aFloorLiftsTheMeanAndNeverLowersIt() {
        var taste = ResearchTaste.of(0.99, 8, 1);
        double before = 1;
        for (double floor = 0.01; floor < 100; floor *= 1.3) {
            double mean = taste.meanWithFloor(floor);
            assertThat(mean).isGreaterThanOrEqualTo(Math.max(before - 1e-12, floor));
            before = mean;
        }
    }

    @Test
    void withoutSpreadItIsTheLarger() {
        var taste = ResearchTaste.of(0.999, 1, 1);
        assertThat(taste.meanWithFloor(0.5)).isEqualTo(1);
        assertThat(taste.meanWithFloor(2)).isEqualTo(2);
    }

    @Test
    void capacityMeetsItsAnchors() {
        CapacityShape shape = CapacityShape.of(15, 1000, 10, 2);
        double rho = shape.rho();
        assertThat(Math.pow(15, rho) + Math.pow(1000, rho)).isCloseTo(1, within(1e-12));
        // Both 1 gives 1; compute × 10 gives 2; infinite labour gives 15.
        double share = shape.computeShare();
        double gained =
                Math.pow(share * Math.pow(10, shape.computeExponent() * rho) + 1 - share, 1 / rho);
        assertThat(gained).isCloseTo(2, within(1e-9));
        assertThat(Math.pow(share, 1 / rho)).isCloseTo(15, within(1e-9));
        assertThat(CapacityShape.of(15, 1000, 10, 5000).computeExponent())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }
}
