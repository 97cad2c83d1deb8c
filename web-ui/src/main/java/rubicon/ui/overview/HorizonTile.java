package rubicon.ui.overview;

import com.vaadin.flow.component.Composite;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.chart.Sparkline;
import rubicon.ui.chart.YScale;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;

/// The best value of an indicator, by whom and since when.
final class HorizonTile extends Composite<Tile> {
    private final String indicator;
    private final String label;

    HorizonTile(String indicator, String label) {
        this.indicator = indicator;
        this.label = label;
        getContent().value().setTestId("indicator-value-" + indicator);
    }

    @Override
    protected Tile initContent() {
        return new Tile(label, IndicatorNavigation.indicator(indicator));
    }

    void show(IndicatorStatePayload state) {
        if (state.frontier().isEmpty()) {
            getContent().show(Formats.UNKNOWN, "no result yet", "");
            return;
        }
        var best = state.frontier().getLast();
        Interval interval = Interval.of(best);
        getContent()
                .show(
                        Formats.value(best.value(), state.unit()),
                        interval.isKnown() ? interval.words(state.unit()) : "no interval stated",
                        Formats.subject(best.subject())
                                + ", "
                                + Formats.date(best.observedOn(), best.precision()));
        getContent().draw(Sparkline.svg(state.frontier(), YScale.LOG));
    }
}
