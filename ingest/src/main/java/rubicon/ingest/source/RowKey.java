package rubicon.ingest.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Names a row of a source from one payload to the next. It is remembered as text, with the path of
/// the file that it stood in, where the source has several.
record RowKey(String source, String indicator, String externalId) implements Comparable<RowKey> {
    private static final String SEPARATOR = "\n";
    private static final char BEFORE_FILE = '\u001f';
    private static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::source)
                    .thenComparing(RowKey::indicator)
                    .thenComparing(RowKey::externalId);

    static RowKey of(ObservationPayload it) {
        return new RowKey(
                String.valueOf(it.source()),
                String.valueOf(it.indicator()),
                String.valueOf(it.externalId()));
    }

    static RowKey of(RetractionPayload it) {
        return new RowKey(
                String.valueOf(it.source()),
                String.valueOf(it.indicator()),
                String.valueOf(it.externalId()));
    }

    /// Rows as they were remembered, each with the path of its file; empty where that is not known.
    static Map<RowKey, String> remembered(Collection<String> texts) {
        Map<RowKey, String> rows = new LinkedHashMap<>();
        for (String text : texts) {
            int end = text.lastIndexOf(BEFORE_FILE);
            List<String> parts =
                    List.of((end < 0 ? text : text.substring(0, end)).split(SEPARATOR, 3));
            rows.put(
                    new RowKey(parts.get(0), parts.get(1), parts.get(2)),
                    end < 0 ? "" : text.substring(end + 1));
        }
        return rows;
    }

    /// What to remember of rows, with the paths of their files.
    static List<String> texts(SortedMap<RowKey, String> rows) {
        return rows.entrySet().stream()
                .map(it -> it.getKey().text() + mark(it.getValue()))
                .toList();
    }

    private static String mark(String file) {
        return file.isEmpty() ? "" : BEFORE_FILE + file;
    }

    private String text() {
        return String.join(SEPARATOR, source, indicator, externalId);
    }

    /// For a reader.
    String words() {
        return "%s (%s)".formatted(externalId, indicator);
    }

    /// That it is withdrawn.
    RetractionPayload absent(String why) {
        return new RetractionPayload(source, indicator, externalId, "WITHDRAWN", why);
    }

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
