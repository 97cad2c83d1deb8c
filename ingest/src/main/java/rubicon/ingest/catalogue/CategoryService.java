package rubicon.ingest.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Category;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.CategoryPayload;

/// Reads the categories at start and holds them against the catalogue. A category that names an
/// unknown indicator, or an indicator that names an unknown category, stops the start.
@Startup
@ApplicationScoped
public class CategoryService {
    private static final String FILE = "categories.yaml";

    private final List<CategoryPayload> entries;
    private final Categories categories;

    CategoryService(CatalogueService catalogue) throws IOException {
        this.entries = entries();
        this.categories = read(entries, catalogue.current());
    }

    /// The categories in force.
    public Categories current() {
        return categories;
    }

    /// The entries as they were written, in the file's order.
    public List<CategoryPayload> all() {
        return entries;
    }

    static Categories read(List<CategoryPayload> entries, Catalogue catalogue) {
        List<Category> read = new ArrayList<>();
        for (CategoryPayload entry : entries) {
            switch (CategoryReader.read(entry)) {
                case CategoryReader.Valid(Category category) -> read.add(category);
                case CategoryReader.Invalid(List<Violation> violations) ->
                        throw new IllegalArgumentException(
                                "%s, category %s: %s %s"
                                        .formatted(
                                                FILE,
                                                entry.id(),
                                                violations.getFirst().field(),
                                                violations.getFirst().message()));
            }
        }
        return Categories.of(read, catalogue);
    }

    static List<CategoryPayload> entries() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            return parse(Objects.requireNonNull(in, FILE));
        }
    }

    static List<CategoryPayload> parse(InputStream in) throws IOException {
        try {
            CategoriesFile file =
                    YAMLMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(in, CategoriesFile.class);
            return file.categories() == null ? List.of() : List.copyOf(file.categories());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(FILE, e.getOriginalMessage()), e);
        }
    }

    private record CategoriesFile(@Nullable List<CategoryPayload> categories) {}
}
