package rubicon.benchmarks.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PinnedProgramTest {

    @Test
    void hasATurnForEachLine(@TempDir Path folder) throws Exception {
        List<String> script =
                List.of(
                        "sh",
                        "-c",
                        "echo hello; echo ready; while read n; do echo \"50 $n 0.5\"; done");
        try (PinnedProgram program = PinnedProgram.start("script", folder, script)) {
            assertThat(program.turn("7"))
                    .isEqualTo(new PinnedProgram.Turn(Duration.ofNanos(50), List.of(7.0, 0.5)));
            assertThat(program.turn("8").found()).containsExactly(8.0, 0.5);
        }
    }

    @Test
    void oneThatEndsSaysWhy(@TempDir Path folder) {
        List<String> script = List.of("sh", "-c", "echo no such thing >&2; exit 1");
        assertThatThrownBy(() -> PinnedProgram.start("script", folder, script))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("script has ended")
                .hasMessageContaining("no such thing");
    }

    @Test
    void theLastProcessorOfAList() {
        assertThat(List.of(Tools.last("\t0-3,6"), Tools.last("0"), Tools.last("0-1")))
                .containsExactly("6", "0", "1");
    }

    @Test
    void aProgramThatIsNotThereIsNamedWithItsPackage() {
        assertThatThrownBy(() -> Tools.need("no-such-program", "some-package"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-program was not found")
                .hasMessageContaining("some-package")
                .hasMessageContaining("--vs");
    }
}
