package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleChainTest {

    /// Published: the essay prints 95.12 % for 50 generations; for 500 it prints 60.5 %, a slip for
    /// 60.64 %.
    @Test
    void reproducesTheEssay() {
        SimpleChain chain = SimpleChain.ofFidelity(0.999);
        assertThat(chain.aligned(50)).isCloseTo(0.951206, within(5e-7));
        assertThat(chain.aligned(500)).isCloseTo(0.606379, within(5e-7));
        assertThat(chain.aligned(500)).isNotCloseTo(0.605, within(1e-3));
    }

    @Test
    void survivalIsOneHalfAtTheHalfLife() {
        SimpleChain chain = new SimpleChain(Math.scalb(1.0, -10));
        long halfLife = Math.round(chain.halfLife());
        assertThat(chain.aligned(halfLife)).isCloseTo(0.5, within(chain.error()));
    }

    /// Oracle: the definition, `q^k ≥ P`, for P = q^k itself, where the quotient of logarithms
    /// falls a little short of k about every second time.
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.99, 0.999, 0.999999})
    void mostGenerationsCountsTheOneThatJustReachesTheTarget(double fidelity) {
        SimpleChain chain = SimpleChain.ofFidelity(fidelity);
        for (int k = 1; k <= 2_000; k++) {
            assertThat(chain.mostGenerations(chain.aligned(k))).isEqualTo(k);
            assertThat(chain.mostGenerations(chain.aligned(k) * (1 + chain.error() / 2)))
                    .isEqualTo(k - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.95, 500", "0.5, 1", "0.999999, 10000", "0.01, 7"})
    void requiredFidelityIsTheInverseOfSurvival(double target, long generations) {
        double fidelity = SimpleChain.requiredFidelity(target, generations);
        assertThat(SimpleChain.ofFidelity(fidelity).aligned(generations))
                .isCloseTo(target, within(1e-11));
    }

    @Test
    void aPerfectChainNeverEnds() {
        SimpleChain chain = new SimpleChain(0);
        assertThat(chain.halfLife()).isInfinite();
        assertThat(chain.mostGenerations(0.95)).isInfinite();
        assertThat(chain.aligned(10_000)).isEqualTo(1);
    }

    @Test
    void aHopelessChainEndsAtOnce() {
        SimpleChain chain = new SimpleChain(1);
        assertThat(chain.halfLife()).isZero();
        assertThat(chain.mostGenerations(0.95)).isZero();
        assertThat(chain.aligned(0)).isEqualTo(1);
        assertThat(chain.aligned(1)).isZero();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimpleChain(Double.NaN))
                .withMessage("error must be from 0 to 1, not NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> SimpleChain.ofFidelity(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimpleChain(0.1).exactGenerations(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SimpleChain(0.1).aligned(-1));
    }
}
