package rubicon.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir Path folder;

    @Test
    void showsTheLastLines() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\nthree\n");

        assertThat(LogTail.of(log, 2)).isEqualTo("two\nthree");
        assertThat(LogTail.of(log, 9)).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void saysWhenThereIsNothingToShow() throws Exception {
        assertThat(LogTail.of(folder.resolve("none"), 2)).isEqualTo("(no log)");
        assertThat(LogTail.of(Files.createFile(folder.resolve("empty")), 2))
                .isEqualTo("(empty log)");
    }
}
