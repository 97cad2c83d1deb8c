package rubicon.ingest.source;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.AliasResource.AliasPayload;

/// The lines of all alias files: Rubicon's own, by file, and the organisation's.
@ApplicationScoped
class AliasFiles {
    private static final String FOLDER = "aliases";
    private static final String ENDING = ".yaml";

    /// Rows of a board under their former names: no names of models.
    private static final String ROWS = "mle-bench-rows.yaml";

    private final List<AliasPayload> lines = new ArrayList<>();

    AliasFiles(Sources sources) throws IOException {
        OwnAliases own = sources.own();
        own.names()
                .forEach((source, names) ->
                        add(own.file(), source.equals(OwnAliases.ANY) ? null : source, names));
        for (String file : files()) {
            add(FOLDER + "/" + file + ENDING, null, Aliases.of(file).all());
        }
    }

    /// Of one's own file first, then by file and name.
    List<AliasPayload> lines() {
        return List.copyOf(lines);
    }

    private void add(String file, @Nullable String source, Map<String, Aliases.Name> names) {
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it ->
                        new AliasPayload(
                                it.getKey(),
                                it.getValue().model(),
                                it.getValue().developer(),
                                it.getValue().scaffold(),
                                it.getValue().effort(),
                                file,
                                source))
                .forEach(lines::add);
    }

    private static List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        ClassPathUtils.consumeAsPaths(
                FOLDER,
                folder -> {
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(it -> String.valueOf(it.getFileName()))
                                .filter(it -> it.endsWith(ENDING) && !it.equals(ROWS))
                                .map(it -> it.substring(0, it.length() - ENDING.length()))
                                .forEach(names::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        names.sort(Comparator.naturalOrder());
        return names;
    }
}
