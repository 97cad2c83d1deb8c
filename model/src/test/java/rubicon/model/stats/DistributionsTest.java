package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every distribution promises, and what each is.
class DistributionsTest {
    private static final Mixture OPEN_SIGN =
            new Mixture(
                    List.of(
                            new Mixture.Part(1, new Normal(0.6, 0.1)),
                            new Mixture.Part(
                                    1,
                                    new Truncated(
                                            new Normal(-1, 0.7), Double.NEGATIVE_INFINITY, 0))));

    static Stream<Distribution> continuous() {
        return Stream.of(
                new Uniform(-2, 5),
                new Beta(2, 2),
                new Beta(0.3, 40),
                new Beta(1.43, 1.43),
                new Pert(1, 2, 9),
                new Pert(0, 0, 1),
                new Triangular(1, 4, 4),
                new Triangular(1, 2, 9),
                new LogUniform(0.4, 3.6),
                LogNormal.ofMoments(3, 8),
                new LogNormal(0.2, 1.1, -4),
                new Normal(3, 2),
                new Truncated(new Normal(0, 1), 0.5, 3),
                OPEN_SIGN);
    }

    static Stream<Distribution> all() {
        return Stream.concat(
                continuous(),
                Stream.of(
                        new Fixed(3),
                        Discrete.weighted(List.of(-1.0, -5.0, -2.0), List.of(1.0, 1.0, 2.0)),
                        Discrete.empirical(List.of(3.0, 1.0, 3.0)),
                        new Mixture(
                                List.of(
                                        new Mixture.Part(0.15, new Fixed(0)),
                                        new Mixture.Part(0.85, new LogUniform(1, 10))))));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void quantileAndCumulativeUndoEachOther(Distribution distribution) {
        for (double u = 0.001; u < 1; u += 0.017) {
            assertThat(distribution.cumulative(distribution.quantile(u)))
                    .isCloseTo(u, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theQuantileIsTheLeastValueWithItsShareAndRises(Distribution distribution) {
        double before = Double.NEGATIVE_INFINITY;
        for (double u = 0; u <= 1; u += 1 / 64.0) {
            double quantile = distribution.quantile(u);
            assertThat(quantile).isGreaterThanOrEqualTo(before);
            assertThat(distribution.cumulative(quantile)).isGreaterThanOrEqualTo(u - 1e-9);
            if (Double.isInfinite(quantile)) {
                continue;
            }
            double less = quantile - 1e-6 * Math.max(1, Math.abs(quantile));
            assertThat(distribution.cumulative(less)).isLessThanOrEqualTo(u + 1e-9);
            before = quantile;
        }
        assertThatIllegalArgumentException().isThrownBy(() -> distribution.quantile(1.5));
        assertThat(distribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(distribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "0.05,3", "999,1", "1,999", "50,2", "0.7,0.7", "1e5,3e5"})
    void betaAgreesWithALibrary(double a, double b) {
        var library = new BetaDistribution(a, b);
        for (double u : new double[] {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999999}) {
            double x = new Beta(a, b).quantile(u);
            assertThat(library.cumulativeProbability(x)).isCloseTo(u, within(1e-9));
        }
    }

    @Test
    void momentsAndEndsAreAsSaid() {
        assertThat(mean(new Pert(1, 2, 9))).isCloseTo((1 + 8 + 9) / 6.0, within(1e-4));
        assertThat(mean(LogNormal.ofMoments(3, 1))).isCloseTo(3, within(1e-3));
        assertThat(mean(new Beta(2, 6))).isCloseTo(0.25, within(1e-6));
        assertThat(new Uniform(-2, 5).quantile(1)).isEqualTo(5);
        assertThat(new Beta(2, 6).quantile(0)).isZero();
        assertThat(new Beta(2, 6).quantile(1)).isEqualTo(1);
    }

    @Test
    void aMixtureHasTheSharesOfItsParts() {
        assertThat(OPEN_SIGN.cumulative(0)).isCloseTo(0.5, within(1e-9));
        assertThat(OPEN_SIGN.quantile(0.25)).isLessThan(-0.8);
        assertThat(OPEN_SIGN.quantile(0.75)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void aChoiceJoinsEqualValuesAndDropsThoseWithoutWeight() {
        var choice = Discrete.weighted(List.of(2.0, 1.0, 2.0, 7.0), List.of(1.0, 2.0, 1.0, 0.0));
        assertThat(choice.values()).containsExactly(1.0, 2.0);
        assertThat(choice.cumulativeShares()).containsExactly(0.5, 1.0);
        assertThat(choice.quantile(0.5)).isEqualTo(1);
        assertThat(choice.quantile(0.51)).isEqualTo(2);
    }

    @Test
    void aCutKeepsWhatLiesAtItsEnds() {
        var cut = new Truncated(Discrete.empirical(List.of(0.0, 0.0, 1.0, 2.0, 3.0)), 0, 2);
        assertThat(cut.quantile(0.5)).isZero();
        assertThat(cut.quantile(0.7)).isEqualTo(1);
        assertThat(cut.quantile(1)).isEqualTo(2);
        assertThat(cut.cumulative(0)).isCloseTo(0.5, within(1e-15));
        assertThat(new Truncated(new Fixed(5), 5, 6).quantile(0.3)).isEqualTo(5);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Uniform(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beta(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pert(0, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Truncated(new Uniform(0, 1), 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mixture(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Discrete.empirical(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discrete.weighted(List.of(1.0), List.of(-1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fixed(Double.NaN));
    }

    private static double mean(Distribution distribution) {
        int n = 20_000;
        var sum = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            sum.add(distribution.quantile((i + 0.5) / n));
        }
        return sum.value() / n;
    }
}
