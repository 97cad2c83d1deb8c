package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuditedChainTest {
    private static final long SEED = 20260504;

    @Test
    void perfectAuditsLeaveNoError() {
        AuditedChain chain = new AuditedChain(0.1, 1, 1, 1, 0);
        assertThat(chain.netError()).isZero();
        assertThat(chain.stationary()).isEqualTo(1);
        assertThat(chain.aligned(10_000)).isEqualTo(1);
        assertThat(chain.meanFirstFailure()).isInfinite();
    }

    @Test
    void withoutAuditsEvenPerfectDetectionFindsNothing() {
        assertThat(new AuditedChain(0.1, 1, 0, 1, 0).netError()).isEqualTo(0.1);
    }

    @Test
    void withoutRecoverySurvivalIsAPowerOfTheNetError() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            AuditedChain chain = random(random, 0);
            long n = random.nextLong(10_001);
            assertThat(chain.aligned(n))
                    .as("seed %d, %s, n = %d", SEED, chain, n)
                    .isCloseTo(new SimpleChain(chain.netError()).aligned(n), within(1e-14));
        }
    }

    /// Oracle: the two-state chain itself, one step after the other.
    @Test
    void theClosedFormIsTheChainStepByStep() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            AuditedChain chain = random(random, random.nextDouble());
            double aligned = 1;
            for (int n = 0; n <= 50; n++) {
                assertThat(chain.aligned(n))
                        .as("seed %d, %s, n = %d", SEED, chain, n)
                        .isCloseTo(aligned, within(1e-12));
                aligned = aligned * (1 - chain.netError()) + (1 - aligned) * chain.recovery();
            }
        }
    }

    @Test
    void longChainsForgetTheirStart() {
        AuditedChain chain = new AuditedChain(0.01, 0.8, 1, 1, 0.05);
        assertThat(chain.aligned(10_000)).isCloseTo(chain.stationary(), within(1e-12));
    }

    @Test
    void moreAuditsNeverHarm() {
        double before = 1;
        for (long audits = 0; audits <= 100; audits++) {
            double error = new AuditedChain(0.05, 0.3, audits, 0.9, 0).netError();
            assertThat(error).isLessThanOrEqualTo(before);
            before = error;
        }
        assertThat(before)
                .as("what is found is fixed in nine of ten")
                .isCloseTo(0.005, within(1e-9));
    }

    @Test
    void refusesANegativeNumberOfAudits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditedChain(0.1, 0.5, -1, 1, 0))
                .withMessage("audits must not be negative, as -1 is");
    }

    private static AuditedChain random(SplittableRandom random, double recovery) {
        return new AuditedChain(
                random.nextDouble(0.1),
                random.nextDouble(),
                random.nextLong(5),
                random.nextDouble(),
                recovery);
    }
}
