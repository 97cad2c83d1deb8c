package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainChainTest {
    private static final long SEED = 455;

    /// Oracle: for an integer n the quotient of Beta functions is the product of `(b+i)/(a+b+i)`
    /// over `i = 0 … n−1`.
    @ParameterizedTest
    @CsvSource({
        "1, 999, 500",
        "0.5, 10, 10000",
        "3, 2997, 10000",
        "1000, 999000, 10000",
        "1, 1, 0"
    })
    void meanSurvivalIsTheProductOfRisingFactorials(double a, double b, int n) {
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += Math.log1p(-a / (a + b + i));
        }
        double expected = Math.exp(log);
        assertThat(new UncertainChain(a, b).aligned(n))
                .isCloseTo(expected, within(1e-12 + 1e-9 * expected));
    }

    @Test
    void notKnowingTheErrorNeverLowersMeanSurvival() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            var chain =
                    new UncertainChain(random.nextDouble(0.1, 50), random.nextDouble(10, 10_000));
            long n = random.nextLong(10_001);
            assertThat(chain.aligned(n))
                    .as("seed %d, %s, n = %d", SEED, chain, n)
                    .isGreaterThanOrEqualTo(plugIn(chain, n) - 1e-12);
        }
    }

    @Test
    void certaintyGivesThePlugIn() {
        double before = Double.POSITIVE_INFINITY;
        for (double weight : new double[] {1, 10, 100, 1_000}) {
            var chain = new UncertainChain(weight, 999 * weight);
            double gap = chain.aligned(500) - plugIn(chain, 500);
            assertThat(gap).isPositive().isLessThan(before / 5);
            before = gap;
        }
        assertThat(before).isLessThan(1e-4);
    }

    /// Oracle: closed form for a = 1, `1 − (1−p)^(1/b)`, and its mirror for b = 1, `p^(1/a)`.
    @ParameterizedTest
    @CsvSource({"0.95, 999", "0.05, 999", "0.5, 1000000", "0.95, 1", "0.99, 0.5"})
    void errorQuantilesHaveTheClosedForm(double p, double shape) {
        double expected = -Math.expm1(Math.log1p(-p) / shape);
        assertThat(new UncertainChain(1, shape).errorQuantile(p))
                .isCloseTo(expected, within(1e-11 * expected));
        double mirrored = Math.pow(p, 1 / shape);
        assertThat(new UncertainChain(shape, 1).errorQuantile(p))
                .isCloseTo(mirrored, within(1e-11 * mirrored));
    }

    @Test
    void errorQuantilesRiseWithTheProbability() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 50; i++) {
            var chain =
                    new UncertainChain(
                            random.nextDouble(0.01, 100), random.nextDouble(0.01, 100_000));
            assertThat(chain.errorQuantile(0.95))
                    .as("seed %d, %s", SEED, chain)
                    .isGreaterThan(chain.errorQuantile(0.5))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesParametersOfNoDistribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UncertainChain(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new UncertainChain(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UncertainChain(1, 1).errorQuantile(1))
                .withMessage("probability must be between 0 and 1, not 1.0");
    }

    private static double plugIn(UncertainChain chain, long generations) {
        return new SimpleChain(chain.meanError()).aligned(generations);
    }
}
