package rubicon.ui.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ViewPayload;

/// The files that come with Rubicon, as the ingest service answers them.
public final class BuiltIn {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private BuiltIn() {}

    /// Every indicator of the catalogue.
    public static List<IndicatorPayload> indicators() {
        URI folder = uri("/catalogue");
        if (!folder.getScheme().equals("jar")) {
            return read(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return read(jar.getPath("/catalogue"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<ViewPayload> views() {
        return list("/views.yaml", "views", new TypeReference<>() {});
    }

    public static List<CategoryPayload> categories() {
        return list("/categories.yaml", "categories", new TypeReference<>() {});
    }

    public static List<DiscrepancyPayload> discrepancies() {
        return list("/discrepancies.yaml", "discrepancies", new TypeReference<>() {});
    }

    private static List<IndicatorPayload> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<IndicatorPayload> entries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                entries.add(YAML.readValue(Files.readString(file), IndicatorPayload.class));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> list(String file, String field, TypeReference<List<T>> type) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(file)) {
            return YAML.convertValue(YAML.readTree(Objects.requireNonNull(in)).get(field), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(String resource) {
        try {
            return Objects.requireNonNull(BuiltIn.class.getResource(resource)).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
