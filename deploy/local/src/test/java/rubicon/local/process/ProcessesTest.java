package rubicon.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessesTest {
    @Test
    void aProcessIsFoundByItsNumberAndStartWhileItLives() throws Exception {
        Process process = new ProcessBuilder("sleep", "3601").start();
        try {
            long start = Processes.startedAtMillis(process.toHandle());

            assertThat(Processes.find(process.pid(), start)).contains(process.toHandle());
            // Another process got the same number.
            assertThat(Processes.find(process.pid(), start - 60_000)).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatEndedIsNotFound() throws Exception {
        Process process = new ProcessBuilder("sleep", "3602").start();
        long start = Processes.startedAtMillis(process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(Processes.find(process.pid(), start)).isEmpty();
    }
}
