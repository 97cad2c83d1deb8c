package rubicon.ingest.source.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;

/// JSON lines that somebody else wrote: an object a line, read one after the other.
public final class JsonLines {
    private static final String MARK = "\uFEFF";

    private JsonLines() {}

    /// Reads a line.
    @FunctionalInterface
    public interface LineWork {
        void read(JsonNode line) throws RowFault;
    }

    /// Reads all lines but blank ones. One that is no JSON object, or whose work finds a fault, is
    /// noted in the mapping and hinders no other.
    ///
    /// @param key the field that holds the upstream's key of the row
    /// @throws DriftException if the payload is no UTF-8
    public static void read(Fetched file, String key, Mapping mapping, LineWork work)
            throws DriftException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(file.payload()),
                                StandardCharsets.UTF_8.newDecoder()))) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = number == 1 && line.startsWith(MARK) ? line.substring(1) : line;
                if (!text.isBlank()) {
                    read(text, file.use(), "line " + number, key, mapping, work);
                    file.use().readToTheEnd();
                }
                number++;
            }
        } catch (CharacterCodingException e) {
            throw new DriftException("the payload is no text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    private static void read(
            String text, FieldUse use, String place, String key, Mapping mapping, LineWork work) {
        JsonNode line;
        try {
            line = JsonTree.read(text, use);
        } catch (DriftException e) {
            mapping.row(
                    place,
                    "",
                    () -> {
                        throw new RowFault(place, "is no JSON");
                    });
            return;
        }
        mapping.row(JsonTree.text(line, key).orElse(place), place, () -> work.read(line));
    }
}
