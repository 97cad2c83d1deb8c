package rubicon.ui.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.Map;

/// A chart drawn by Apache ECharts in the browser. A new option changes what is drawn without
/// redrawing all of it; sizes and themes are followed by the element itself.
@Tag("rubicon-chart")
@JavaScript("context://echarts/echarts.min.js")
@JavaScript("context://chart/rubicon-chart.js")
public final class EChart extends Component implements HasStyle {
    private static final ObjectMapper JSON = new ObjectMapper();

    public EChart() {
        getElement().setAttribute("role", "img");
    }

    /// Draws an option, or moves what is drawn to it.
    ///
    /// @param summary the chart in words, for those who hear it
    public void show(Map<String, Object> option, String summary) {
        getElement().setAttribute("aria-label", summary);
        try {
            getElement().setProperty("optionJson", JSON.writeValueAsString(option));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the option can not be written as JSON", e);
        }
    }
}
