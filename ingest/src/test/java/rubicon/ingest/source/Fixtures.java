package rubicon.ingest.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Layout.Part;

/// The fixture of each connector: `src/test/resources/sources/CONNECTOR/`, one file for a connector
/// of one file, else its files by their paths.
final class Fixtures {
    private static final Path FOLDER = Path.of("src/test/resources/sources");
    private static final String OPTIONS = "options.yaml";
    private static final String NEEDED = "needed.yaml";
    private static final Instant READ = Instant.parse("2026-03-04T12:00:00Z");

    /// What the payloads of fixtures are said to hash to.
    static final String HASH = "ab".repeat(32);

    static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");

    private Fixtures() {}

    /// A file of a fixture.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record File(String path, Format format, byte[] bytes) {}

    /// The files of a connector's fixture, in the order of its layout.
    static List<File> of(Connector connector) {
        Path folder = FOLDER.resolve(connector.id());
        if (!Files.isDirectory(folder)) {
            throw new AssertionError(
                    "connector %s has no fixture in %s".formatted(connector.id(), folder));
        }
        return switch (connector.layout()) {
            case Layout.Single(Format format) ->
                    List.of(new File("", format, bytes(files(folder).getFirst())));
            case Layout.Named(List<Part> parts) ->
                    parts.stream()
                            .filter(it -> Files.exists(folder.resolve(it.path())))
                            .map(it ->
                                    new File(
                                            it.path(),
                                            it.format(),
                                            bytes(folder.resolve(it.path()))))
                            .toList();
        };
    }

    /// The options of a connector's fixture: `options.yaml` beside its files, if it has any.
    static Map<String, String> options(Connector connector) {
        Path file = FOLDER.resolve(connector.id()).resolve(OPTIONS);
        try {
            return Files.exists(file)
                    ? new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {})
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Columns of a fixture that its connector does not do without: with those of a fixture of
    /// several files, the file's path and a blank before each.
    ///
    /// @param drift without which nothing is read
    /// @param refused without which the rows that should have them are refused, by its name
    /// @param consequence without which rows are refused for what then cannot be
    /// @param fewer without which there are fewer rows, for they say which rows there are
    record Needed(
            SortedSet<String> drift,
            SortedSet<String> refused,
            SortedSet<String> consequence,
            SortedSet<String> fewer) {}

    /// What a connector needs of its fixture, as `needed.yaml` beside its files says.
    static Needed needed(Connector connector) throws IOException {
        return new YAMLMapper()
                .readValue(FOLDER.resolve(connector.id()).resolve(NEEDED).toFile(), Needed.class);
    }

    /// These files as a run would deliver them.
    static Delivery delivery(Connector connector, List<File> files) {
        List<Fetched> parts = new ArrayList<>();
        for (File file : files) {
            parts.add(
                    new Fetched(
                            connector.id(),
                            file.path(),
                            "http://127.0.0.1/" + file.path(),
                            READ,
                            STATED,
                            HASH,
                            "run-1",
                            file.bytes()));
        }
        return new Delivery(options(connector), parts);
    }

    /// A fixture with one of its files changed.
    static List<File> changed(List<File> files, int index, byte[] bytes) {
        List<File> changed = new ArrayList<>(files);
        File file = files.get(index);
        changed.set(index, new File(file.path(), file.format(), bytes));
        return changed;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith(OPTIONS) && !it.endsWith(NEEDED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
