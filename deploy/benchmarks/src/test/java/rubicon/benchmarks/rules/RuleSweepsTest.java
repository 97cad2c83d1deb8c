package rubicon.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RuleSweepsTest {

    @Test
    void oneAlertInAHundredFiresAtAnyMoment() {
        RuleSweeps sweeps = new RuleSweeps(new Levels(300));
        for (int i = 0; i < 120; i++) {
            assertThat(sweeps.sweep()).isPositive();
            assertThat(sweeps.firing()).isEqualTo(3).isEqualTo(sweeps.shouldFire());
        }
    }

    @Test
    void anAlertFiresWhileItsValueIsAtTheThreshold() {
        RuleSweeps sweeps = new RuleSweeps(new Levels(1));
        Duration busy = Duration.ZERO;
        for (int round = 1; round <= 200; round++) {
            busy = busy.plus(sweeps.sweep());
            assertThat(sweeps.firing()).as("round %d", round).isEqualTo(round % 100 == 99 ? 1 : 0);
        }
        assertThat(busy).isPositive();
    }
}
