package rubicon.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// A frontier's chart; where there is nothing to draw, a sentence instead of made-up axes.
public final class FrontierFigure extends Div {
    private final EChart chart = new EChart();
    private final Paragraph nothing = new Paragraph();

    /// @param size class name that gives the chart its height
    public FrontierFigure(String size) {
        chart.addClassName(size);
        chart.setTestId("frontier-chart");
        nothing.addClassName("empty");
        nothing.setTestId("nothing-to-draw");
        nothing.setVisible(false);
        add(chart, nothing);
    }

    /// Draws a model.
    ///
    /// @param sentence said when it has no result
    public void show(ChartModel model, String sentence) {
        chart.setVisible(!model.isEmpty());
        nothing.setVisible(model.isEmpty());
        nothing.setText(sentence);
        if (!model.isEmpty()) {
            chart.show(FrontierChart.option(model), ChartSummary.of(model));
        }
    }
}
