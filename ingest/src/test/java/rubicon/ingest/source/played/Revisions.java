package rubicon.ingest.source.played;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/// The revisions of a real source: its folder's `revisions.csv`, in order.
final class Revisions {
    private Revisions() {}

    /// What an upstream served from a moment on.
    ///
    /// @param files by the path below the source's address that they are served at
    record Step(Instant committedAt, String commit, Map<String, byte[]> files) {}

    /// The steps of a source, oldest first; those that change nothing that is served are left out.
    ///
    /// @param servedAt the path that a file of the folder is served at; empty text for the address
    ///   itself, nothing for one that is not served
    static List<Step> of(Path folder, Function<String, Optional<String>> servedAt)
            throws IOException {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (Map<String, String> row : rows(folder.resolve("revisions.csv"))) {
            String file = row.getOrDefault("file", "");
            Optional<String> path = servedAt.apply(file);
            if (path.isPresent()) {
                Instant at = time(row.getOrDefault("committed_at", ""));
                String commit = row.getOrDefault("commit", "");
                steps.computeIfAbsent(at + commit, _ -> new Step(at, commit, new LinkedHashMap<>()))
                        .files()
                        .put(path.get(), bytes(folder.resolve(file)));
            }
        }
        List<Step> ordered = new ArrayList<>(steps.values());
        ordered.sort(java.util.Comparator.comparing(Step::committedAt));
        return ordered;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(Files.readAllBytes(file))) {
            return rows.readAll();
        }
    }

    private static Instant time(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
