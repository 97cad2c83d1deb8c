package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftingChainTest {

    @ParameterizedTest
    @CsvSource({"0.001, 50", "0.001, 500", "0.1, 10000", "0.000001, 10000", "0, 7", "0.5, 0"})
    void withoutDriftItIsThePlainChain(double error, long n) {
        assertThat(new DriftingChain(error, 1).aligned(n))
                .isCloseTo(new SimpleChain(error).aligned(n), within(1e-12));
    }

    /// Oracle: the product itself, taken so far that what follows no longer counts. It checks the
    /// series of the limit, which is computed another way.
    @ParameterizedTest
    @CsvSource({"0.001, 0.99", "0.1, 0.9", "0.1, 0.999", "0.05, 0.95", "0.9, 0.5"})
    void theLimitIsWhereLongChainsArrive(double error, double growth) {
        DriftingChain chain = new DriftingChain(error, growth);
        long far = (long) (Math.log(1e-17) / Math.log(growth));
        assertThat(chain.limit()).isPositive().isCloseTo(chain.aligned(far), within(1e-11));
    }

    @Test
    void theLimitApproachesZeroAsLearningStops() {
        double before = 1;
        for (double growth : new double[] {0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999}) {
            double limit = new DriftingChain(0.001, growth).limit();
            assertThat(limit).isLessThan(before);
            before = limit;
        }
        // exp(−e₀/(1−g)) to first order in e₀
        assertThat(before).isLessThan(1e-300);
        assertThat(new DriftingChain(0.001, 1).limit()).isZero();
        assertThat(new DriftingChain(0.001, 1.01).limit()).isZero();
        assertThat(new DriftingChain(0, 1.01).limit()).isEqualTo(1);
    }

    /// `0.001·1.1^i` reaches 1 at i = 73: the 74th generation is misaligned for certain.
    @Test
    void anErrorThatReachesOneEndsTheChain() {
        DriftingChain chain = new DriftingChain(0.001, 1.1);
        assertThat(chain.aligned(73)).isPositive();
        assertThat(chain.aligned(74)).isZero();
        assertThat(chain.aligned(10_000)).isZero();
    }

    @Test
    void aListIsAnsweredInItsOwnOrder() {
        DriftingChain chain = new DriftingChain(0.01, 0.98);
        assertThat(chain.aligned(List.of(300L, 0L, 20L, 300L)))
                .containsExactly(
                        chain.aligned(300),
                        chain.aligned(0),
                        chain.aligned(20),
                        chain.aligned(300));
    }

    @Test
    void refusesErrorsAndFactorsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftingChain(1, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftingChain(0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftingChain(0.1, Double.NaN));
    }
}
