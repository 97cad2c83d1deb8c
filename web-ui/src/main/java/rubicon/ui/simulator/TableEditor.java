package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SelectBox;

/// A table whose cells are typed or, where they go from 0 to 1, dragged; rows come and go within
/// what the model takes.
final class TableEditor extends Div {
    private final ParameterPayload parameter;
    private final int leastRows;
    private final int mostRows;
    private final BiConsumer<JsonNode, Boolean> changed;
    private final Div place = new Div();
    private final NativeButton more = new NativeButton("Add a row");
    private final List<Map<String, Cell>> cells = new ArrayList<>();
    private ArrayNode rows = Json.NODES.arrayNode();

    /// What a cell is shown by.
    private interface Cell {
        void show(JsonNode value);
    }

    /// @param schema what the model's schema says of the parameter
    /// @param changed is told the whole table, and whether it is settled
    TableEditor(
            ParameterPayload parameter, JsonNode schema, BiConsumer<JsonNode, Boolean> changed) {
        this.parameter = parameter;
        this.leastRows = schema.path("minItems").asInt(1);
        this.mostRows = schema.path("maxItems").asInt(50);
        this.changed = changed;
        addClassName("table-editor");
        more.addClassName("text-button");
        more.setTestId("add-row-" + parameter.name());
        more.addClickListener(_ -> add());
        add(place, more);
    }

    void show(JsonNode value) {
        boolean isBuilt = value.size() == rows.size() && place.getChildren().findAny().isPresent();
        rows = value.deepCopy();
        if (!isBuilt) {
            build();
        }
        for (int row = 0; row < cells.size(); row++) {
            JsonNode shown = rows.get(row);
            cells.get(row).forEach((column, cell) -> cell.show(shown.path(column)));
        }
    }

    private void build() {
        cells.clear();
        List<DataTable.Column> columns = new ArrayList<>();
        for (ColumnPayload column : parameter.columns()) {
            String unit = Quantities.unit(column.unit());
            columns.add(
                    DataTable.Column.text(
                            Formats.capital(OutputLayout.words(column.name()))
                                    + (unit.isEmpty() ? "" : " (" + unit + ")")));
        }
        columns.add(DataTable.Column.text(""));
        DataTable table =
                new DataTable(
                        "Values of " + OutputLayout.words(parameter.name()),
                        columns.toArray(DataTable.Column[]::new));
        for (int row = 0; row < rows.size(); row++) {
            Map<String, Cell> shown = new LinkedHashMap<>();
            List<Component> parts = new ArrayList<>();
            for (ColumnPayload column : parameter.columns()) {
                parts.add(cell(row, column, shown));
            }
            parts.add(rows.size() > leastRows ? remover(row) : new Span());
            table.row(parts.toArray(Component[]::new));
            cells.add(shown);
        }
        place.removeAll();
        place.add(table);
        more.setVisible(rows.size() < mostRows);
    }

    private Component cell(int row, ColumnPayload column, Map<String, Cell> shown) {
        String label = "%s of row %d".formatted(OutputLayout.words(column.name()), row + 1);
        if (column.type().equals("CHOICE")) {
            SelectBox box = new SelectBox(label, text -> set(row, column, text, true));
            Map<String, String> texts = new LinkedHashMap<>();
            column.choices().forEach(it -> texts.put(it, Formats.words(it)));
            String[] chosen = {""};
            shown.put(
                    column.name(),
                    value -> {
                        if (!chosen[0].equals(value.asText())) {
                            chosen[0] = value.asText();
                            box.show(texts, chosen[0]);
                        }
                    });
            return box;
        }
        String id = "%s-%d-%s".formatted(parameter.name(), row + 1, column.name());
        FieldInput field =
                new FieldInput(column.type().equals("DAY") ? "date" : "text", label)
                        .whenDone(text -> set(row, column, text, true));
        field.setTestId("cell-" + id);
        field.getElement().setAttribute("title", column.meaning());
        field.getElement().getClassList().set("cell-number", column.isNumber());
        if (!isShare(column)) {
            shown.put(column.name(), value -> field.show(ValueText.ofCell(value)));
            return field;
        }
        FieldInput slider =
                FieldInput.slider(label + ", slider", 100)
                        .whileMoving(text -> set(row, column, hundredths(text), false))
                        .whenDone(text -> set(row, column, hundredths(text), true));
        slider.setTestId("slide-" + id);
        shown.put(
                column.name(),
                value -> {
                    field.show(ValueText.ofCell(value));
                    slider.show(Long.toString(Math.round(100 * value.asDouble())));
                });
        Div both = new Div(field, slider);
        both.addClassName("cell-both");
        return both;
    }

    /// Whether a column is a share of its own full range.
    static boolean isShare(ColumnPayload column) {
        JsonNode min = column.min();
        JsonNode max = column.max();
        return column.type().equals("REAL")
                && min != null
                && max != null
                && min.asDouble(-1) == 0
                && max.asDouble(-1) == 1;
    }

    private static String hundredths(String place) {
        return ValueText.number(place).map(it -> Quantities.exact(it / 100)).orElse(place);
    }

    /// What cannot be read is sent as it is: the simulator says what is wrong with it.
    private void set(int row, ColumnPayload column, String text, boolean settled) {
        ArrayNode next = rows.deepCopy();
        ((ObjectNode) next.get(row))
                .set(
                        column.name(),
                        ValueText.parseCell(column, text)
                                .orElseGet(() -> Json.NODES.textNode(text)));
        rows = next;
        changed.accept(next, settled);
    }

    private NativeButton remover(int row) {
        NativeButton remove = new NativeButton("×", _ -> remove(row));
        remove.addClassName("text-button");
        remove.setAriaLabel("Remove row " + (row + 1));
        return remove;
    }

    private void remove(int row) {
        ArrayNode next = rows.deepCopy();
        next.remove(row);
        rows = next;
        build();
        changed.accept(next, true);
    }

    private void add() {
        ArrayNode next = rows.deepCopy();
        next.add(next.isEmpty() ? first() : next.get(next.size() - 1).deepCopy());
        rows = next;
        build();
        changed.accept(next, true);
    }

    private ObjectNode first() {
        ObjectNode row = Json.NODES.objectNode();
        for (ColumnPayload column : parameter.columns()) {
            JsonNode min = column.min();
            row.set(
                    column.name(),
                    min != null && !min.isNull()
                            ? min
                            : Json.NODES.textNode(
                                    column.choices().isEmpty()
                                            ? "new"
                                            : column.choices().getFirst()));
        }
        return row;
    }
}
