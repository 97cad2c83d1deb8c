package rubicon.ingest.source.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rubicon.ingest.source.DriftException;

/// A table with named columns.
///
/// @param title the heading that it stands under; empty where there is none
/// @param columns as the upstream names them; one that is there twice gets a number, one without a
///   name is `column N`
public record Table(String title, List<String> columns, List<TableRow> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// This table, if it has these columns.
    ///
    /// @throws DriftException otherwise, naming those that are missing
    public Table needs(String... needed) throws DriftException {
        List<String> missing = new ArrayList<>(List.of(needed));
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new DriftException(
                    "the column%s '%s' %s missing; there are '%s'"
                            .formatted(
                                    missing.size() == 1 ? "" : "s",
                                    String.join("', '", missing),
                                    missing.size() == 1 ? "is" : "are",
                                    String.join("', '", columns)));
        }
        return this;
    }

    /// Whether it has these columns.
    public boolean has(String... needed) {
        return columns.containsAll(List.of(needed));
    }

    static List<String> named(List<String> header) {
        List<String> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : header) {
            String seen = Cells.seen(cell);
            String name = seen.isEmpty() ? "column " + (columns.size() + 1) : seen;
            String unique = name;
            for (int i = 2; !taken.add(unique); i++) {
                unique = name + " " + i;
            }
            columns.add(unique);
        }
        return columns;
    }

    static Map<String, String> cells(List<String> columns, List<String> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "column " + (i + 1);
            cells.put(column, Cells.seen(values.get(i)));
        }
        return cells;
    }
}
