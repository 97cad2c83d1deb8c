package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    /// Oracle: SciPy 1.17, `scipy.special.ndtri`.
    @ParameterizedTest(name = "of {0}")
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798409",
        "1e-5, -4.264890793922825",
        "0.02, -2.0537489106318225",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.9, 1.2815515655446004"
    })
    void theNormalQuantileHoldsSixteenDigitsIntoTheTails(double u, double expected) {
        double allowed = 4e-15 * Math.max(1, Math.abs(expected));
        assertThat(Normal.standardQuantile(u)).isCloseTo(expected, within(allowed));
    }

    @Test
    void theNormalQuantileUndoesTheCumulative() {
        var normal = new Normal(3, 2);
        for (double u = 1e-12; u < 1; u = u < 0.01 ? u * 10 : u + 0.01) {
            assertThat(normal.cumulative(normal.quantile(u))).isCloseTo(u, within(1e-14));
        }
        assertThat(normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Vectors and tails, beside one by one.
    @Test
    void quantilesOfManySharesAreThoseOfEach() {
        double[] shares = new double[5_003];
        var stream = new SplitMix64(4);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = stream.nextOpenUniform();
        }
        shares[17] = 0.075;
        shares[18] = 0.925;
        shares[19] = 0;
        shares[20] = 1e-300;
        shares[21] = 1;
        for (Distribution it :
                List.of(
                        new Normal(3, 2),
                        new LogNormal(-1, 0.5, 2),
                        new Uniform(-1, 4),
                        new Triangular(0, 1, 4))) {
            double[] quantiles = new double[shares.length];
            it.quantiles(shares, quantiles, shares.length - 1);
            for (int i = 0; i < shares.length - 1; i++) {
                assertThat(quantiles[i])
                        .as("%s at %s", it, shares[i])
                        .isEqualTo(it.quantile(shares[i]));
            }
            assertThat(quantiles[shares.length - 1]).isZero();
        }
        shares[22] = Double.NaN;
        assertThatThrownBy(() -> new Normal(0, 1).quantiles(shares, new double[30], 30))
                .hasMessage("NaN is not in [0, 1]");
    }

    @Test
    void aLogNormalHasItsIntervalAsQuantiles() {
        var distribution = LogNormal.ofInterval(1.5, 10, LogNormal.Z_80);
        assertThat(distribution.quantile(0.1)).isCloseTo(1.5, within(1e-12));
        assertThat(distribution.quantile(0.5)).isCloseTo(Math.sqrt(15), within(1e-12));
        assertThat(distribution.quantile(0.9)).isCloseTo(10, within(1e-12));
        var shifted = new LogNormal(distribution.mu(), distribution.sigma(), 2);
        assertThat(shifted.quantile(0.9)).isCloseTo(12, within(1e-12));
    }

    @Test
    void aTriangleHasTheShareOfItsLeftSideBelowItsMode() {
        var triangle = new Triangular(0, 1, 4);
        assertThat(triangle.quantile(0)).isZero();
        assertThat(triangle.quantile(0.25)).isCloseTo(1, within(1e-15));
        assertThat(triangle.quantile(1)).isEqualTo(4);
        assertThat(new Triangular(0, 0, 1).quantile(0.75)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void aLogUniformHasItsGeometricMeanInTheMiddle() {
        assertThat(new LogUniform(0.4, 3.6).quantile(0.5)).isCloseTo(1.2, within(1e-15));
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> new LogUniform(1, 2).quantile(1.1))
                .hasMessage("1.1 is not in [0, 1]");
        assertThatThrownBy(() -> new Triangular(1, 0, 2)).hasMessageContaining("no triangle");
        assertThatThrownBy(() -> new Normal(0, 0)).hasMessageContaining("no normal distribution");
    }

    /// Oracle: SciPy 1.17, `scipy.stats.t.ppf`.
    @Test
    void studentsTIsMovedAndStretched() {
        var t = new StudentT(10, 2, 12);
        assertThat(t.quantile(0.9)).isCloseTo(10 + 2 * 1.3562173340232047, within(1e-11));
        assertThat(t.cumulative(t.quantile(0.9))).isCloseTo(0.9, within(1e-12));
        assertThat(t.above(t.quantile(0.9))).isCloseTo(0.1, within(1e-12));
        assertThat(new StudentT(1, 0, 3).quantile(0.99)).isEqualTo(1);
        assertThat(new StudentT(1, 0, 3).above(1)).isZero();
    }
}
