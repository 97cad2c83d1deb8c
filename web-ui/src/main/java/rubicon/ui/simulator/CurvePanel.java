package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.CurveChart;
import rubicon.ui.chart.CurveModel;
import rubicon.ui.chart.EChart;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.simulator.OutputLayout.Curves;

/// A chart that moves with the inputs; below it, folded, what its curves mean and their numbers.
final class CurvePanel extends Div {
    private static final int ROWS = 11;

    private final Curves curves;
    private final EChart chart = new EChart();
    private final H3 title;
    private final Paragraph nothing = new Paragraph();
    private final Div twin = new Div();
    private final NativeDetails details;
    private @Nullable EvaluationPayload answer;

    CurvePanel(Curves curves) {
        this.curves = curves;
        addClassName("curve-panel");
        setTestId("curves-" + curves.outputs().getFirst().name());
        chart.addClassName("chart-curves");
        nothing.addClassName("table-note");
        title = new H3(curves.title());
        details = new NativeDetails("What is drawn, and its numbers", twin);
        details.addClassName("chart-twin");
        details.setTestId("chart-twin");
        details.addToggleListener(_ -> showTwin());
        add(title, chart, nothing, details);
    }

    void show(EvaluationPayload next, Optional<Beside> beside, Optional<YScale> scale) {
        answer = next;
        CurveModel model = CurveFigures.of(curves, next, beside, scale);
        title.setVisible(!model.isEmpty());
        chart.setVisible(!model.isEmpty());
        nothing.setVisible(model.isEmpty());
        details.setVisible(!model.isEmpty());
        if (model.isEmpty()) {
            nothing.setText("No curve: " + curves.title() + ". " + reason(next));
        } else {
            chart.show(CurveChart.option(model), CurveChart.summary(model));
        }
        showTwin();
    }

    private String reason(EvaluationPayload of) {
        return curves.outputs().stream()
                .map(it -> of.reasons().get(it.name()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(it -> Formats.capital(it) + ".")
                .orElse("Nothing of it is finite for these inputs.");
    }

    /// Built only while somebody looks: it would be in the way of the curve.
    private void showTwin() {
        twin.removeAll();
        if (!details.isOpen() || answer == null) {
            return;
        }
        Facts meanings = new Facts();
        for (OutputPayload output : curves.outputs()) {
            meanings.with(Formats.capital(OutputLayout.words(output.name())), output.meaning());
        }
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(DataTable.Column.text(Formats.capital(curves.axisTitle())));
        curves.outputs()
                .forEach(it ->
                        columns.add(
                                DataTable.Column.number(
                                        Formats.capital(OutputLayout.words(it.name())))));
        DataTable table =
                new DataTable(
                        curves.title() + ", a few places",
                        columns.toArray(DataTable.Column[]::new));
        JsonNode axis = answer.value(curves.axis().name());
        int rows = Math.min(ROWS, axis.size());
        for (int row = 0; row < rows; row++) {
            int index = rows == 1 ? 0 : (int) ((long) row * (axis.size() - 1) / (rows - 1));
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(Quantities.text(axis.path(index), curves.axis().unit())));
            for (OutputPayload output : curves.outputs()) {
                cells.add(
                        new Span(
                                Quantities.text(
                                        answer.value(output.name()).path(index), output.unit())));
            }
            table.row(cells.toArray(Component[]::new));
        }
        twin.add(meanings, table);
    }
}
