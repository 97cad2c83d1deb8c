package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// A table in the address, by how it differs from the default, so that a long one with a row more
/// still makes a short address: which rows of the default it is made of (`rows` is `1-91,91`; left
/// out where it is all of them in their order), then cell by cell what differs from those
/// (`92.date` is `2026-11-01`). Rows count from 1.
final class TableText {
    private static final String ROWS = "rows";
    private static final int MOST_ROWS = 10_000;

    private TableText() {}

    /// A table as texts by `parameter.rows` and `parameter.row.column`; one that has no such texts,
    /// as JSON by `parameter`.
    static Map<String, String> of(ParameterPayload parameter, JsonNode value) {
        JsonNode usual = parameter.defaultValue();
        boolean isPlain = !usual.isEmpty();
        for (JsonNode row : value) {
            for (ColumnPayload column : parameter.columns()) {
                JsonNode cell = row.path(column.name());
                isPlain &= Inputs.isDrawn(cell) || (cell.isValueNode() && !cell.isNull());
            }
        }
        if (!isPlain || value.isEmpty()) {
            return Map.of(parameter.name(), ValueText.of(value));
        }
        Map<String, String> matched = differences(parameter, value, RowMatch.of(usual, value));
        if (value.size() != usual.size()) {
            return matched;
        }
        Map<String, String> inPlace = differences(parameter, value, inOrder(value.size()));
        return inPlace.size() <= matched.size() ? inPlace : matched;
    }

    private static Map<String, String> differences(
            ParameterPayload parameter, JsonNode value, int[] bases) {
        JsonNode usual = parameter.defaultValue();
        Map<String, String> texts = new TreeMap<>();
        if (!Arrays.equals(bases, inOrder(usual.size()))) {
            texts.put(parameter.name() + "." + ROWS, ranges(bases));
        }
        for (int row = 0; row < value.size(); row++) {
            for (ColumnPayload column : parameter.columns()) {
                JsonNode cell = value.get(row).path(column.name());
                if (!Json.same(cell, usual.get(bases[row]).path(column.name()))) {
                    texts.put(cell(parameter.name(), row, column.name()), ValueText.ofCell(cell));
                }
            }
        }
        return texts;
    }

    /// The table that texts tell of; empty where they tell nothing of it.
    ///
    /// @param texts by name, as [#of] gives them
    /// @param wrong is told the names of texts that are not understood; they change nothing
    static Optional<JsonNode> read(
            ParameterPayload parameter, Map<String, String> texts, Consumer<String> wrong) {
        JsonNode usual = parameter.defaultValue();
        String rowsKey = parameter.name() + "." + ROWS;
        String told = texts.get(rowsKey);
        Optional<List<Integer>> bases = told == null ? Optional.empty() : rows(told, usual.size());
        if (told != null && bases.isEmpty()) {
            wrong.accept(rowsKey);
        }
        ArrayNode rows = Json.NODES.arrayNode();
        if (bases.isPresent()) {
            bases.get().forEach(base -> rows.add(usual.get(base).deepCopy()));
        } else {
            usual.forEach(row -> rows.add(row.deepCopy()));
        }
        boolean any = bases.isPresent();
        for (int row = 0; row < rows.size(); row++) {
            for (ColumnPayload column : parameter.columns()) {
                String key = cell(parameter.name(), row, column.name());
                String text = texts.get(key);
                if (text == null) {
                    continue;
                }
                Optional<JsonNode> value = ValueText.parseCell(column, text);
                if (value.isEmpty()) {
                    wrong.accept(key);
                } else {
                    ((ObjectNode) rows.get(row)).set(column.name(), value.get());
                    any = true;
                }
            }
        }
        return any ? Optional.of(rows) : Optional.empty();
    }

    private static int[] inOrder(int size) {
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        return rows;
    }

    private static String ranges(int[] rows) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0; from < rows.length; ) {
            int to = from;
            while (to + 1 < rows.length && rows[to + 1] == rows[to] + 1) {
                to++;
            }
            ranges.add(
                    from == to
                            ? Integer.toString(rows[from] + 1)
                            : (rows[from] + 1) + "-" + (rows[to] + 1));
            from = to + 1;
        }
        return String.join(",", ranges);
    }

    private static Optional<List<Integer>> rows(String text, int size) {
        List<Integer> rows = new ArrayList<>();
        for (String range : text.split(",", -1)) {
            String[] ends = range.split("-", 2);
            Optional<Integer> first = row(ends[0], size);
            Optional<Integer> last = row(ends[ends.length - 1], size);
            if (first.isEmpty() || last.isEmpty() || last.get() < first.get()) {
                return Optional.empty();
            }
            for (int row = first.get(); row <= last.get(); row++) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    private static Optional<Integer> row(String text, int size) {
        try {
            int row = Integer.parseInt(text);
            return row >= 1 && row <= size ? Optional.of(row - 1) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String cell(String parameter, int row, String column) {
        return "%s.%d.%s".formatted(parameter, row + 1, column);
    }
}
