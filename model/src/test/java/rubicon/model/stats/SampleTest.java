package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {

    /// Oracle: NumPy 2.4, `numpy.quantile`.
    @Test
    void aQuantileLiesBetweenItsNeighbours() {
        double[] sample = {3, 1, 4, 1, 5, 9, 2, 6};
        assertThat(Quantiles.type7(sample, new double[] {0.025, 0.5, 0.9, 0.975}))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(1, 3.5, 6.9, 8.475);
        assertThat(sample).containsExactly(3, 1, 4, 1, 5, 9, 2, 6);
    }

    @Test
    void infiniteValuesTakePart() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(Quantiles.type7(new double[] {1, 2, inf, inf}, 0.9)).isEqualTo(inf);
        assertThat(Quantiles.type7(new double[] {1, 2, inf, inf}, 0)).isEqualTo(1);
        assertThat(Quantiles.type7(new double[] {1, 2, inf}, 0.5)).isEqualTo(2);
    }

    @Test
    void noSampleHasNoQuantile() {
        assertThatThrownBy(() -> Quantiles.type7(new double[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.type7(new double[] {1, Double.NaN}, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSumKeepsWhatRoundingCutsOff() {
        assertThat(NeumaierSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(NeumaierSum.mean(1, 1e100, 1, -1e100)).isEqualTo(0.5);
    }

    /// Oracle: SciPy 1.17, `scipy.stats.linregress`.
    @Test
    void aLineIsTheSameWhereverItsOriginLies() {
        double[] y = {2.1, 3.9, 6.2, 7.8, 12.4};
        double[] near = {1, 2, 3, 4, 6};
        double[] far = {1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4, 1e6 + 6};
        for (LinearFit line : new LinearFit[] {LinearFit.of(near, y), LinearFit.of(far, y)}) {
            assertThat(line.slope()).isCloseTo(2.055405405405405, within(1e-12));
            assertThat(line.slopeSe()).isCloseTo(0.06412395926970936, within(1e-12));
            assertThat(line.yMean()).isCloseTo(6.48, within(1e-14));
        }
        LinearFit line = LinearFit.of(near, y);
        assertThat(line.where(line.at(20))).isCloseTo(20, within(1e-12));
        assertThat(line.nextAt(9).scale())
                .isCloseTo(Math.hypot(line.meanAt(9).scale(), line.residualSd()), within(1e-12));
    }

    @Test
    void aLineNeedsTwoPlaces() {
        assertThatThrownBy(() -> LinearFit.of(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("alike");
        LinearFit two = LinearFit.of(new double[] {1, 2}, new double[] {1, 2});
        assertThat(two.slope()).isEqualTo(1);
        assertThatThrownBy(two::slopeSe).hasMessageContaining("no degree of freedom");
    }
}
