package rubicon.ingest.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
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
import org.jboss.logging.Logger;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.IndicatorPayload;

/// Reads the catalogue at start: the built-in files, then those of one's own. A wrong file stops
/// the start, and is named with the field and the reason.
@Startup
@ApplicationScoped
public class CatalogueService {
    private static final Logger LOG = Logger.getLogger(CatalogueService.class);

    private final ObjectMapper yaml =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final Catalogue catalogue;
    private final SortedMap<String, IndicatorPayload> entries = new TreeMap<>();

    CatalogueService(CatalogueConfig config) throws IOException {
        List<Indicator> indicators = new ArrayList<>();
        ClassPathUtils.consumeAsPaths(
                "catalogue",
                folder -> {
                    try {
                        indicators.addAll(readFolder(folder));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        Optional<Path> own = config.dir();
        if (own.isPresent()) {
            if (!Files.isDirectory(own.get())) {
                throw new IllegalArgumentException(
                        "rubicon.catalogue.dir: %s is not a folder".formatted(own.get()));
            }
            indicators.addAll(readFolder(own.get()));
        }
        this.catalogue = Catalogue.of(indicators);
        LOG.infof("Catalogue read indicators=%d", indicators.size());
    }

    /// The catalogue in force.
    public Catalogue current() {
        return catalogue;
    }

    /// The entries as they were written, ordered by id.
    public List<IndicatorPayload> entries() {
        return List.copyOf(entries.values());
    }

    /// An entry as it was written.
    public Optional<IndicatorPayload> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    private List<Indicator> readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        List<Indicator> indicators = new ArrayList<>();
        for (Path file : files) {
            indicators.add(readFile(file));
        }
        return indicators;
    }

    private Indicator readFile(Path file) throws IOException {
        IndicatorPayload payload;
        try (var in = Files.newInputStream(file)) {
            payload = yaml.readValue(in, IndicatorPayload.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "catalogue file %s: %s".formatted(file.getFileName(), e.getOriginalMessage()),
                    e);
        }
        return switch (IndicatorReader.read(payload)) {
            case IndicatorReader.Valid(Indicator indicator) -> {
                entries.put(indicator.id().value(), payload);
                yield indicator;
            }
            case IndicatorReader.Invalid(List<Violation> violations) ->
                    throw new IllegalArgumentException(
                            "catalogue file %s: %s %s"
                                    .formatted(
                                            file.getFileName(),
                                            violations.getFirst().field(),
                                            violations.getFirst().message()));
        };
    }
}
