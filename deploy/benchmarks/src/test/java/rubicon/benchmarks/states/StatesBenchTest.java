package rubicon.benchmarks.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rubicon.model.benchmarks.MadeUpLedgers;

final class StatesBenchTest {

    @Test
    void everyLedgerHasATrendAVerdictAndTwoForecastsAndRises() {
        MadeUpLedgers ledgers = MadeUpLedgers.of(20, 100);
        assertThat(ledgers.ledgers()).hasSize(20).allMatch(it -> it.histories().size() == 100);
        assertThat(StatesBench.states(ledgers)).isEqualTo(20);
        assertThat(StatesBench.sortedAndFitted(ledgers)).isEqualTo(20);
    }

    @Test
    void theSameLedgersEachTime() {
        assertThat(MadeUpLedgers.of(3, 10)).isEqualTo(MadeUpLedgers.of(3, 10));
    }
}
