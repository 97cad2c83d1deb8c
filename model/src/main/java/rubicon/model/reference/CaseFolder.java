package rubicon.model.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A folder of case files: JSON files with a list `cases`. In the inputs of a case `{"$ref":
/// "file#key"}` stands for that key of that JSON file, and `"dataset": "file"` for all that the
/// file holds: one JSON value, or with the ending `.jsonl` one a line; `.gz` is unpacked. Both are
/// looked for from the case file's folder, then from the other folders.
///
/// @param folder with the case files, or a single one of them
/// @param others where to look for what the folder does not have
/// @param json how JSON is read
public record CaseFolder(Path folder, List<Path> others, Json json) {
    public CaseFolder {
        others = List.copyOf(others);
    }

    /// All cases, file by file in the order of their names; one that cannot be read, for its form
    /// or for a file that it asks for, is there as one that fails.
    ///
    /// @throws NoSuchFileException if there is no case file
    public List<Case> read() throws IOException {
        List<Path> files;
        try (Stream<Path> listed =
                Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            cases.addAll(casesOf(file));
        }
        if (cases.isEmpty()) {
            throw new NoSuchFileException(folder.toString(), null, "there is no case in it");
        }
        return cases;
    }

    /// The cases of a file; one that cannot be read is a case that fails, and so is a file.
    private List<Case> casesOf(Path file) throws IOException {
        Object read;
        try {
            read = json.read(Files.readString(file));
        } catch (CharacterCodingException | RuntimeException e) {
            return List.of(Case.unreadable(name(file), "the file", e));
        }
        if (!(read instanceof Map<?, ?> map && map.get("cases") instanceof List<?> list)) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        for (Object one : list) {
            String id = "case " + (cases.size() + 1);
            if (one instanceof Map<?, ?> fields && fields.get("id") instanceof String own) {
                id = own;
            }
            try {
                cases.add(caseOf(file, one));
            } catch (IOException | RuntimeException e) {
                cases.add(Case.unreadable(name(file), id, e));
            }
        }
        return cases;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Case caseOf(Path file, @Nullable Object one) throws IOException {
        if (!(one instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("the case is no object");
        }
        var read = new Inputs(fields);
        Inputs tolerance = read.object("tolerance");
        return new Case(
                name(file),
                read.text("id"),
                read.text("op"),
                new Inputs(withReferences(read.object("inputs"), file)),
                fields.get("expected"),
                new Tolerance(tolerance.number("rel", 0), tolerance.number("abs", 0)),
                Optional.empty());
    }

    private Map<String, @Nullable Object> withReferences(Inputs inputs, Path file)
            throws IOException {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        for (var field : inputs.fields().entrySet()) {
            String name = String.valueOf(field.getKey());
            Object value = field.getValue();
            resolved.put(
                    name,
                    name.equals("dataset") && value instanceof String path
                            ? dataset(located(path, file))
                            : resolved(value, file));
        }
        return resolved;
    }

    private @Nullable Object resolved(@Nullable Object value, Path file) throws IOException {
        if (value instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
            return referred(reference, file);
        }
        if (value instanceof Map<?, ?> map) {
            return withReferences(new Inputs(map), file);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(resolved(item, file));
            }
            return items;
        }
        return value;
    }

    private @Nullable Object referred(String reference, Path file) throws IOException {
        int hash = reference.indexOf('#');
        String path = hash < 0 ? reference : reference.substring(0, hash);
        Object whole = json.read(Files.readString(located(path, file)));
        if (hash < 0) {
            return whole;
        }
        return whole instanceof Map<?, ?> map ? map.get(reference.substring(hash + 1)) : null;
    }

    private @Nullable Object dataset(Path path) throws IOException {
        String name = path.toString();
        try (InputStream file = Files.newInputStream(path);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                var text =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
                List<@Nullable Object> rows = new ArrayList<>();
                text.lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> rows.add(json.read(line)));
                return rows;
            }
            return json.read(text.readAllAsString());
        }
    }

    private Path located(String path, Path file) throws NoSuchFileException {
        Path own = file.toAbsolutePath().getParent();
        Optional<Path> found =
                Stream.concat(Stream.ofNullable(own), others.stream())
                        .map(start -> start.resolve(path).normalize())
                        .filter(Files::exists)
                        .findFirst();
        return found.orElseThrow(
                () -> new NoSuchFileException(path, null, "asked for by " + file.getFileName()));
    }

    /// Reads JSON.
    @FunctionalInterface
    public interface Json {
        /// Turns the text of a value into maps, lists, texts, numbers, booleans or null.
        @Nullable Object read(String text);
    }
}
