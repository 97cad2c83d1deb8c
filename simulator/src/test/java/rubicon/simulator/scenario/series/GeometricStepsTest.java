package rubicon.simulator.scenario.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeometricStepsTest {
    @Test
    void addsUpItsSteps() {
        for (double ratio : new double[] {0.5, 0.9, 1, 1.1, 3}) {
            double sum = 0;
            double step = 2;
            for (int n = 1; n <= 12; n++) {
                sum += step;
                step *= ratio;
                assertThat(GeometricSteps.of(2, ratio).total(n))
                        .isCloseTo(sum, within(1e-12 * sum));
            }
        }
    }

    @Test
    void nearOneIsOne() {
        assertThat(GeometricSteps.of(2, 1 + 1e-15).total(10)).isCloseTo(20, within(1e-9));
        assertThat(GeometricSteps.of(2, 1).limit()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void infinitelyManyTakeFiniteTimeOnlyIfEachTakesLess() {
        assertThat(GeometricSteps.of(2, 0.9).limit()).isCloseTo(20, within(1e-12));
        assertThat(GeometricSteps.of(2, 0.9).total(1_000)).isCloseTo(20, within(1e-12));
        assertThat(GeometricSteps.of(2, 1.1).limit()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void stepsAreWhatATimeIsEnoughFor() {
        for (double ratio : new double[] {0.5, 0.9, 1, 1 + 1e-15, 1.1, 3}) {
            var steps = GeometricSteps.of(2, ratio);
            assertThat(steps.steps(steps.total(3.7))).isCloseTo(3.7, within(1e-9));
            assertThat(steps.steps(0)).isZero();
        }
        assertThat(GeometricSteps.of(2, 0.9).steps(20.001)).isInfinite();
    }
}
