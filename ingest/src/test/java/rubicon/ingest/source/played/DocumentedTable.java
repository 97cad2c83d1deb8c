package rubicon.ingest.source.played;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of the documentation.
///
/// @param page below `docs`
/// @param before the page's lines above its rows
/// @param rows of the table
/// @param after the page's lines below
record DocumentedTable(String page, List<String> before, List<String> rows, List<String> after) {
    private static final Path DOCS = Path.of("..", "docs");

    /// The first table of a page whose header begins so.
    static DocumentedTable read(String page, String header) throws IOException {
        List<String> lines = Files.readAllLines(DOCS.resolve(page));
        int first = 0;
        while (!lines.get(first).startsWith(header)) {
            first++;
        }
        first += 2;
        int end = first;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        return new DocumentedTable(
                page,
                lines.subList(0, first),
                lines.subList(first, end),
                lines.subList(end, lines.size()));
    }

    void write(List<String> now) throws IOException {
        List<String> lines = new ArrayList<>(before);
        lines.addAll(now);
        lines.addAll(after);
        Files.writeString(DOCS.resolve(page), String.join("\n", lines) + "\n");
    }

    /// A row but for its last cell, which no two runs have alike.
    static String withoutTime(String row) {
        return row.substring(0, row.lastIndexOf('|', row.length() - 2));
    }
}
