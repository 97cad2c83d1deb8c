package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.simulator.OutputLayout.Rows;

/// What the model answers for the inputs at hand: curves, tables, single values. Made once; each
/// answer changes what is in it.
final class ResultsPane extends Div {
    private final ScenarioModelPayload model;
    private final List<CurvePanel> curves = new ArrayList<>();
    private final Map<OutputPayload, ValueTile> tiles = new LinkedHashMap<>();
    private final Map<Rows, Div> tables = new LinkedHashMap<>();

    ResultsPane(ScenarioModelPayload model) {
        this.model = model;
        addClassName("results");
        setTestId("results");
        OutputLayout layout = OutputLayout.of(model);
        Div charts = new Div();
        charts.addClassName("curve-panels");
        layout.curves()
                .forEach(each -> {
                    CurvePanel panel = new CurvePanel(each);
                    curves.add(panel);
                    charts.add(panel);
                });
        Div values = new Div();
        values.addClassName("value-tiles");
        layout.tiles()
                .forEach(each -> {
                    ValueTile tile = new ValueTile(each);
                    tiles.put(each, tile);
                    values.add(tile);
                });
        add(charts);
        layout.rows()
                .forEach(each -> {
                    Div place = new Div();
                    tables.put(each, place);
                    Div block = new Div(new H3(each.title()), place);
                    block.setTestId("rows-" + each.along());
                    add(block);
                });
        add(values);
    }

    /// Shows an answer.
    ///
    /// @param beside another one, for comparison
    void show(EvaluationPayload answer, Optional<Beside> beside, Optional<YScale> scale) {
        getElement().setAttribute("data-stale", "false");
        curves.forEach(it -> it.show(answer, beside, scale));
        tiles.forEach((output, tile) -> tile.show(answer, beside));
        tables.forEach((rows, place) -> {
            place.removeAll();
            place.add(table(rows, answer));
        });
    }

    /// Says by its look that what is shown belongs to other inputs.
    void stale() {
        getElement().setAttribute("data-stale", "true");
    }

    private Component table(Rows rows, EvaluationPayload answer) {
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(DataTable.Column.text(Formats.capital(OutputLayout.words(rows.along()))));
        for (OutputPayload output : rows.outputs()) {
            String unit =
                    Quantities.tellsItself(output.unit()) ? "" : Quantities.unit(output.unit());
            String title = Formats.capital(OutputLayout.words(output.name()));
            columns.add(
                    new DataTable.Column(
                            unit.isEmpty() ? title : title + " (" + unit + ")",
                            output.shape().equals("REALS") || output.shape().equals("WHOLES")));
        }
        DataTable table = new DataTable(rows.title(), columns.toArray(DataTable.Column[]::new));
        JsonNode axis = answer.value(rows.along());
        for (int i = 0; i < axis.size(); i++) {
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(label(model, rows.along(), axis.get(i), i)));
            for (OutputPayload output : rows.outputs()) {
                JsonNode value = answer.value(output.name()).path(i);
                String unit = Quantities.tellsItself(output.unit()) ? output.unit() : "";
                Span cell = new Span(Quantities.text(value, unit));
                cell.setTitle(output.meaning());
                cells.add(cell);
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }

    /// What an item of an axis is called: a row of a table by its name, else by its first number.
    static String label(ScenarioModelPayload model, String along, JsonNode item, int index) {
        if (!item.isObject()) {
            String unit =
                    model.parameter(along)
                            .map(ParameterPayload::unit)
                            .orElseGet(
                                    () -> model.output(along).map(OutputPayload::unit).orElse("1"));
            return Formats.words(Quantities.text(item, unit));
        }
        List<ColumnPayload> columns =
                model.parameter(along).map(ParameterPayload::columns).orElse(List.of());
        return columns.stream()
                .filter(it -> it.type().equals("NAME"))
                .findFirst()
                .map(it -> Formats.words(item.path(it.name()).asText()))
                .or(() ->
                        columns.stream()
                                .findFirst()
                                .map(it ->
                                        "%d: %s %s"
                                                .formatted(
                                                        index + 1,
                                                        OutputLayout.words(it.name()),
                                                        Quantities.text(
                                                                item.path(it.name()), it.unit()))))
                .orElse(Integer.toString(index + 1));
    }

    /// One value with its meaning.
    private static final class ValueTile extends Div {
        private final OutputPayload output;
        private final Span value = new Span();
        private final Span other = new Span();

        ValueTile(OutputPayload output) {
            this.output = output;
            addClassName("value-tile");
            Span name = new Span(Formats.capital(OutputLayout.words(output.name())));
            name.addClassName("number-label");
            value.addClassName("value");
            value.setTestId("value-" + output.name());
            other.addClassName("value-beside");
            Span meaning = new Span(output.meaning());
            meaning.addClassName("detail");
            add(name, value, other, meaning);
        }

        void show(EvaluationPayload answer, Optional<Beside> beside) {
            JsonNode now = answer.value(output.name());
            value.setText(
                    now.isNull()
                            ? Formats.UNKNOWN
                            : Formats.unbroken(Quantities.text(now, output.unit())));
            value.setTitle(
                    now.isNull()
                            ? answer.reasons().getOrDefault(output.name(), "")
                            : ValueText.of(now));
            other.setVisible(beside.isPresent());
            beside.ifPresent(it ->
                    other.setText(
                            it.title()
                                    + ": "
                                    + Quantities.text(
                                            it.answer().value(output.name()), output.unit())));
        }
    }
}
