package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.ingest.testing.Fuzz;

class CatalogueFilesTest {
    @TempDir Path folder;

    @Test
    void brokenEntryIsReadOrTold() throws IOException {
        CatalogueFiles files = new CatalogueFiles(Optional::empty);
        Fuzz.run(
                300,
                entry(),
                broken ->
                        IndicatorReader.read(
                                files.parse(new String(broken, StandardCharsets.UTF_8))),
                List.of(JacksonException.class));
    }

    @Test
    void namesOfOnesOwnBesideTheEntriesAreNoEntry() throws IOException {
        Files.writeString(folder.resolve("aliases.yaml"), "any: {m-01: {model: Model One}}");
        assertThat(new CatalogueFiles(() -> Optional.of(folder)).read())
                .isEqualTo(new CatalogueFiles(Optional::empty).read());
    }

    private static byte[] entry() throws IOException {
        try (InputStream in =
                CatalogueFilesTest.class.getResourceAsStream("/catalogue/metr-horizon-p50.yaml")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
