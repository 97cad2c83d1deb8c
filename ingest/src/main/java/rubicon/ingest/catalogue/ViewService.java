package rubicon.ingest.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.LevelCheck;
import rubicon.model.wire.ViewPayload;

/// Reads the levels of abstraction at start. A file that is at fault stops the start.
@Startup
@ApplicationScoped
class ViewService {
    private static final String FILE = "views.yaml";

    private final List<ViewPayload> entries;

    ViewService() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            this.entries = read(Objects.requireNonNull(in, FILE));
        }
    }

    /// The entries as they were written, in the file's order.
    List<ViewPayload> all() {
        return entries;
    }

    /// The entries of a file.
    ///
    /// @throws IllegalArgumentException if it is at fault; it names the first one
    static List<ViewPayload> read(InputStream in) throws IOException {
        try {
            ViewsFile file =
                    YAMLMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(in, ViewsFile.class);
            List<ViewPayload> entries =
                    file.views() == null ? List.of() : List.copyOf(file.views());
            LevelCheck.read(entries);
            return entries;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(FILE, e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(FILE, e.getMessage()), e);
        }
    }

    private record ViewsFile(@Nullable List<ViewPayload> views) {}
}
