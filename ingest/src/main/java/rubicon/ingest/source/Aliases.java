package rubicon.ingest.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the names of an upstream mean, from a file that anybody can review: `aliases/NAME.yaml`, a
/// line for each name, verbatim. A name that is not there keeps itself and is marked unresolved; it
/// is never guessed.
public final class Aliases {
    private final Map<String, Name> names;

    private Aliases(Map<String, Name> names) {
        this.names = Map.copyOf(names);
    }

    /// The aliases of that file.
    public static Aliases of(String file) {
        String path = "/aliases/%s.yaml".formatted(file);
        try (InputStream in = Aliases.class.getResourceAsStream(path)) {
            return new Aliases(
                    new YAMLMapper()
                            .readValue(Objects.requireNonNull(in, path), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /// A model and who made it.
    ///
    /// @param scaffold where the upstream's name says that, too
    /// @param effort of reasoning, where the upstream's name says that
    public record Name(
            String model,
            @Nullable String developer,
            @Nullable String scaffold,
            @Nullable String effort) {}

    /// What a name means; empty for one that nobody has resolved.
    public Optional<Name> name(String verbatim) {
        return Optional.ofNullable(names.get(verbatim));
    }

    /// All names.
    Map<String, Name> all() {
        return names;
    }
}
