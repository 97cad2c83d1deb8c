package rubicon.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparedTest {

    @Test
    void messagesComeAsOftenAsOneLikesInTheirOrder() throws IOException {
        List<Message> messages =
                IntStream.range(0, 1_000)
                        .mapToObj(it -> new Message("k" + it, "ü".repeat(it)))
                        .toList();
        Path file;
        try (Prepared prepared = Prepared.of(messages.stream())) {
            file = prepared.file();
            for (int i = 0; i < 2; i++) {
                List<Message> read = new ArrayList<>();
                prepared.forEach((key, value) ->
                        read.add(new Message(new String(key, UTF_8), new String(value, UTF_8))));
                assertThat(read).isEqualTo(messages);
            }
        }
        assertThat(file).doesNotExist();
    }
}
