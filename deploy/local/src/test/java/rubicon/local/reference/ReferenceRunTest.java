package rubicon.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceRunTest {
    private static final String HALF =
            """
            {"id":"%s","op":"common.logUniform","inputs":{"lo":1.0,"hi":4.0,"u":[0.5]},
             "expected":{"x":[%s]},"tolerance":{"rel":1e-9,"abs":0.0}}
            """;

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void allThatPassIsCounted() throws IOException {
        write(HALF.formatted("one", "2.0"));
        assertThat(run(folder)).isZero();
        assertThat(text(out)).isEqualTo("1 passed, 0 failed\n");
    }

    @Test
    void eachMissIsNamedAndTheCountComesLast() throws IOException {
        write(
                HALF.formatted("one", "2.0")
                        + ","
                        + HALF.formatted("two", "2.1")
                        + ","
                        + HALF.formatted("three", "2.0").replace("common.log", "unheard.log"));
        assertThat(run(folder)).isEqualTo(1);
        assertThat(text(out).lines())
                .containsExactly(
                        "cases.json two: x[0] is 2.0, not 2.1",
                        "cases.json three: there is no operation unheard.logUniform",
                        "1 passed, 2 failed");
    }

    @Test
    void whatHoldsNoCaseIsMisuse() throws IOException {
        assertThat(run(folder)).isEqualTo(2);
        assertThat(run(folder.resolve("missing"))).isEqualTo(2);
        assertThat(text(err)).contains("there is no case in it", "There is no folder");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aFileThatIsNoJsonFails() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        assertThat(run(folder)).isEqualTo(1);
        assertThat(text(out))
                .startsWith("broken.json the file: cannot be read: ")
                .endsWith("0 passed, 1 failed" + System.lineSeparator());
    }

    private void write(String cases) throws IOException {
        Files.writeString(folder.resolve("cases.json"), "{\"cases\":[" + cases + "]}");
    }

    private int run(Path path) {
        return new ReferenceRun(new PrintStream(out), new PrintStream(err))
                .run(List.of(path.toString()));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
