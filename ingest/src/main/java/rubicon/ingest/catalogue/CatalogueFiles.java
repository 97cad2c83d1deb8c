package rubicon.ingest.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import rubicon.ingest.catalogue.IndicatorVersions.Written;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.wire.IndicatorPayload;

/// The catalogue's files: the built-in ones, then those of one's own.
@ApplicationScoped
class CatalogueFiles {
    /// Names of one's own: no entry, and the sources' to read.
    private static final String ALIASES = "aliases.yaml";

    private final ObjectMapper yaml =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final Optional<Path> own;

    CatalogueFiles(CatalogueConfig config) {
        this.own = config.dir();
    }

    /// The entries of all files, by id.
    ///
    /// @throws IllegalArgumentException if a file cannot be read or two name one id; it names them
    SortedMap<String, Written> read() throws IOException {
        List<Written> all = new ArrayList<>();
        ClassPathUtils.consumeAsPaths(
                "catalogue",
                folder -> {
                    try {
                        all.addAll(readFolder(folder, Origin.BUILT_IN));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        if (own.isPresent()) {
            if (!Files.isDirectory(own.get())) {
                throw new IllegalArgumentException(
                        "rubicon.catalogue.dir: %s is not a folder".formatted(own.get()));
            }
            all.addAll(readFolder(own.get(), Origin.FOLDER));
        }
        SortedMap<String, Written> byId = new TreeMap<>();
        for (Written each : all) {
            if (byId.put(each.indicator().id().value(), each) != null) {
                throw new IllegalArgumentException(
                        "two catalogue files are about " + each.indicator().id());
            }
        }
        return byId;
    }

    /// The catalogue that the files make.
    Catalogue catalogue() throws IOException {
        return Catalogue.of(read().values().stream().map(Written::indicator).toList());
    }

    /// An entry of its text, YAML or JSON.
    ///
    /// @throws JacksonException if the text is neither, or has a field that no entry has
    IndicatorPayload parse(String text) throws JacksonException {
        return yaml.readValue(text, IndicatorPayload.class);
    }

    private List<Written> readFolder(Path folder, Origin origin) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> file.toString().endsWith(".yaml"))
                            .filter(file -> !file.endsWith(ALIASES))
                            .sorted()
                            .toList();
        }
        List<Written> written = new ArrayList<>();
        for (Path file : files) {
            written.add(readFile(file, origin));
        }
        return written;
    }

    private Written readFile(Path file, Origin origin) throws IOException {
        IndicatorPayload payload;
        try {
            payload = parse(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "catalogue file %s: %s".formatted(file.getFileName(), e.getOriginalMessage()),
                    e);
        }
        return switch (IndicatorReader.read(payload)) {
            case IndicatorReader.Valid(var indicator) ->
                    new Written(indicator, payload, origin, String.valueOf(file.getFileName()));
            case IndicatorReader.Invalid(var violations) ->
                    throw new IllegalArgumentException(
                            "catalogue file %s: %s %s"
                                    .formatted(
                                            file.getFileName(),
                                            violations.getFirst().field(),
                                            violations.getFirst().message()));
        };
    }
}
