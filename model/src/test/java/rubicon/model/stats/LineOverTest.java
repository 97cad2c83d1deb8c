package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineOverTest {
    private static final double[] X = {2023.5, 2024.1, 2024.9, 2026};

    /// Oracle: a fit of its own, bit for bit.
    @Test
    void aLineTakesThePlaceOfTheOneBeforeAndNothingOfItStays() {
        var line = new LineOver(X);
        for (double[] y : new double[][] {{1, 4, 2, 8}, {-3, -3, 1e9, 0}, {0, 0, 0, 0}}) {
            line.through(y);
            LinearFit own = LinearFit.of(X, y);
            assertThat(line.fit()).isEqualTo(own);
            assertThat(line.at(2027)).isEqualTo(own.at(2027));
            assertThat(line.where(3)).isEqualTo(own.where(3));
            assertThat(line.slopeSe()).isEqualTo(own.slopeSe());
            assertThat(line.meanScale(2027)).isEqualTo(own.meanAt(2027).scale());
            assertThat(line.nextScale(2027)).isEqualTo(own.nextAt(2027).scale());
        }
    }

    /// By hand: a slope of 2 and residuals of ±½.
    @Test
    void aLineIsOfLeastSquares() {
        var line = new LineOver(new double[] {0, 1, 2, 3});
        line.through(new double[] {0.5, 1.5, 3.5, 6.5});
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.at(0)).isZero();
        assertThat(line.fit().sse()).isEqualTo(1);
    }

    @Test
    void refusesWhatMakesNoLine() {
        assertThatThrownBy(() -> new LineOver(X).through(new double[] {1, 2, 3, Double.NaN}))
                .hasMessageContaining("not finite");
    }
}
