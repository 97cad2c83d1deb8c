package rubicon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class PeakMemoryTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatLivesHoldsMemory() {
        assertThat(PeakMemory.megabytes(ProcessHandle.current().pid()).orElseThrow())
                .isBetween(10L, 100_000L);
    }

    @Test
    void aProcessThatIsNoneHoldsNone() {
        assertThat(PeakMemory.megabytes(Long.MAX_VALUE)).isEmpty();
    }
}
