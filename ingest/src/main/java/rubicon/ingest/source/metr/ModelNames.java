package rubicon.ingest.source.metr;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The models that METR's row keys mean, from a file that anybody can review.
final class ModelNames {
    private final Map<String, Name> names;

    ModelNames() {
        try (InputStream in = ModelNames.class.getResourceAsStream("/aliases/metr-models.yaml")) {
            names =
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("aliases/metr-models.yaml cannot be read", e);
        }
    }

    /// A model and who made it.
    record Name(String model, String developer) {}

    /// What a key means; empty for one that nobody has resolved.
    Optional<Name> of(String key) {
        return Optional.ofNullable(names.get(key));
    }
}
