package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who says something is named, with what they say it in, wherever Rubicon's files quote it.
class NamedSourcesTest {
    private static final Pattern NAMELESS =
            Pattern.compile(
                    "\\b(essay|blog ?post|article|writer)s?\\b|\\bspring (of )?20\\d\\d\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void nothingThatIsShownRestsOnAnEssayWithoutAName() throws IOException, URISyntaxException {
        List<String> files = files();
        assertThat(files).hasSizeGreaterThan(110);
        for (String file : files) {
            List<String> texts = new ArrayList<>();
            collect(YAML.readTree(resource(file)), texts);
            assertThat(texts).as(file).isNotEmpty().noneMatch(NAMELESS.asPredicate());
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.getNodeType() == JsonNodeType.STRING) {
            texts.add(node.textValue());
        }
        node.forEach(it -> collect(it, texts));
    }

    private static List<String> files() throws IOException, URISyntaxException {
        List<String> files = new ArrayList<>();
        files.addAll(
                List.of(
                        "/categories.yaml",
                        "/discrepancies.yaml",
                        "/forecasts.yaml",
                        "/milestones.yaml",
                        "/policy-thresholds.yaml",
                        "/views.yaml"));
        new CatalogueFiles(Optional::empty)
                .catalogue()
                .indicators()
                .keySet()
                .forEach(it -> files.add("/catalogue/%s.yaml".formatted(it)));
        for (String folder : List.of("/facts", "/rules")) {
            URL found = Objects.requireNonNull(CatalogueService.class.getResource(folder));
            try (Stream<Path> all = Files.list(Path.of(found.toURI()))) {
                all.forEach(it -> files.add(folder + "/" + it.getFileName()));
            }
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CatalogueService.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
