package rubicon.ingest.discrepancy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.discrepancy.Discrepancy;
import rubicon.model.discrepancy.DiscrepancyCheck;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.DiscrepancyPayload;

/// The documented discrepancies, read at start and held against the catalogue. One that is at fault
/// stops the start.
@Startup
@ApplicationScoped
public class DocumentedDiscrepancies {
    private static final String FILE = "discrepancies.yaml";

    private final List<DiscrepancyPayload> entries;

    DocumentedDiscrepancies(CatalogueService catalogue) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            this.entries = read(Objects.requireNonNull(in, FILE), catalogue.current());
        }
    }

    /// The entries in the file's order.
    public List<DiscrepancyPayload> all() {
        return entries;
    }

    /// The entries of a file.
    ///
    /// @throws IllegalArgumentException if it is no such file, an entry is at fault, or two share
    ///   an id; it names the first fault
    static List<DiscrepancyPayload> read(InputStream in, Catalogue catalogue) throws IOException {
        List<DiscrepancyPayload> entries = parse(in);
        Set<String> ids = new HashSet<>();
        for (DiscrepancyPayload entry : entries) {
            if (DiscrepancyCheck.check(entry, catalogue)
                    instanceof CheckedEntry.Refused<Discrepancy>(List<Violation> violations)) {
                throw new IllegalArgumentException(
                        "%s, discrepancy %s: %s %s"
                                .formatted(
                                        FILE,
                                        entry.id(),
                                        violations.getFirst().field(),
                                        violations.getFirst().message()));
            }
            if (!ids.add(Objects.requireNonNull(entry.id()))) {
                throw new IllegalArgumentException(
                        "%s: two discrepancies are called %s".formatted(FILE, entry.id()));
            }
        }
        return entries;
    }

    private static List<DiscrepancyPayload> parse(InputStream in) throws IOException {
        try {
            DiscrepanciesFile file =
                    YAMLMapper.builder()
                            .addModule(new JavaTimeModule())
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(in, DiscrepanciesFile.class);
            return file.discrepancies() == null ? List.of() : List.copyOf(file.discrepancies());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(FILE, e.getOriginalMessage()), e);
        }
    }

    private record DiscrepanciesFile(@Nullable List<DiscrepancyPayload> discrepancies) {}
}
