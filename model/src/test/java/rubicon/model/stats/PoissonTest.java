package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;

class PoissonTest {
    private static final long SEED = 12;

    /// Oracle: Hipparchus.
    @Test
    void aQuantileIsThatOfTheLibrary() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 3_000; i++) {
            double mean = Math.exp(random.nextDouble(Math.log(1e-4), Math.log(2e4)));
            double p = random.nextDouble(0.0005, 0.9995);
            assertThat(Poisson.quantile(mean, p))
                    .as("seed %d, mean %s, p %s", SEED, mean, p)
                    .isEqualTo(new PoissonDistribution(mean).inverseCumulativeProbability(p));
        }
    }

    @Test
    void nothingIsExpectedOfNothing() {
        assertThat(Poisson.quantile(0, 0.999)).isZero();
    }

    /// By the normal curve: at a mean of 10⁸ the 97.5 % point is 1.96 · 10⁴ above it.
    @Test
    void manyAreCountedToo() {
        assertThat(Poisson.quantile(1e8, 0.975)).isBetween(1e8 + 19_590, 1e8 + 19_610);
    }

    @Test
    void refusesWhatIsNoMeanOrShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.quantile(-1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Poisson.quantile(1, 1));
    }
}
