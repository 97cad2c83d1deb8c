package rubicon.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Log messages of the services use the keys that the developers' page lists.
class LogKeysTest {
    private static final Pattern CALL = Pattern.compile("LOG\\.\\w+\\((.*?)\\);", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(\\w+)=%");

    @Test
    void everyKeyIsOnThePage() throws IOException {
        Set<String> listed =
                Pattern.compile("`(\\w+)`")
                        .matcher(Files.readString(Path.of("..", "docs/developers/logging.md")))
                        .results()
                        .map(it -> it.group(1))
                        .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (String service : List.of("ingest", "simulator", "web-ui")) {
            used.addAll(keys(Path.of("..", service, "src", "main", "java")));
        }
        assertThat(used).contains("rule", "source", "error");
        assertThat(listed).containsAll(used);
    }

    private static Set<String> keys(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .map(LogKeysTest::read)
                    .flatMap(it -> CALL.matcher(it).results())
                    .flatMap(it -> KEY.matcher(it.group(1)).results())
                    .map(it -> it.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
