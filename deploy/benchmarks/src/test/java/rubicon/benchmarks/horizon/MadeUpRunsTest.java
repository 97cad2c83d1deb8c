package rubicon.benchmarks.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.horizon.HorizonRun;

class MadeUpRunsTest {
    /// The counts of METR's file of 2025-01-11.
    @Test
    void theyHaveTheShapeOfMetrsFileAndAreTheSameEachTime() {
        List<HorizonRun> runs = MadeUpRuns.make();
        assertThat(runs).hasSize(7059);
        assertThat(runs.stream().map(HorizonRun::agent).distinct()).hasSize(11);
        assertThat(runs.stream().map(HorizonRun::task).distinct()).hasSize(83);
        assertThat(runs.stream().map(HorizonRun::family).distinct()).hasSize(36);
        assertThat(MadeUpRuns.make()).isEqualTo(runs);
    }
}
