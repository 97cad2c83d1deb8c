package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.Sparkline;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// An indicator in the list. Its texts change in place, so that a release costs the browser little.
final class IndicatorRow {
    private final IndicatorPayload indicator;
    private final String id;
    private final Signal<Optional<IndicatorStatePayload>> live;
    private final Span value = new Span();
    private final Span interval = small();
    private final Span model = new Span();
    private final Span observed = small();
    private final Span doubling = new Span();
    private final Span rests = small();
    private final Span course = new Span();
    private final Span results = new Span();

    IndicatorRow(IndicatorPayload indicator, IndicatorFeed feed) {
        this.indicator = indicator;
        this.id = Optional.ofNullable(indicator.id()).orElse("");
        this.live = feed.state(id);
        value.addClassName("value");
        value.setTestId("indicator-value-" + id);
    }

    void addTo(DataTable table) {
        Anchor name =
                Parts.link(
                        IndicatorNavigation.indicator(id),
                        Optional.ofNullable(indicator.title()).orElse(id));
        name.addClassName("row-link");
        table.row(
                        Parts.stacked(name, id),
                        stacked(value, interval),
                        stacked(model, observed),
                        stacked(doubling, rests),
                        course,
                        results)
                .setTestId("indicator-row");
        Signal.effect(value, () -> live.get().ifPresentOrElse(this::show, this::showNothing));
    }

    private void show(IndicatorStatePayload state) {
        if (state.frontier().isEmpty()) {
            showNothing();
        } else {
            var best = state.frontier().getLast();
            value.setText(Formats.value(best.value(), state.unit()));
            boolean known = best.low() != null || best.high() != null;
            interval.setText(known ? Formats.interval(best.low(), best.high(), state.unit()) : "");
            model.setText(Optional.ofNullable(best.subject().model()).orElse(Formats.UNKNOWN));
            observed.setText(Formats.date(best.observedOn(), best.precision()));
        }
        var trend = state.trend();
        doubling.setText(
                trend == null ? Formats.UNKNOWN : Formats.days(trend.doublingDays().estimate()));
        rests.setText(
                trend == null
                        ? ""
                        : Formats.unbroken(Formats.daysInterval(trend.doublingDays()))
                                + " · "
                                + trend.points()
                                + "\u00a0points");
        course.getElement()
                .setProperty(
                        "innerHTML",
                        Sparkline.svg(
                                state.frontier(),
                                ChartModel.defaultScale(indicator, state.unit())));
        results.setText(Formats.count(state.counts().standing()));
    }

    private void showNothing() {
        value.setText(Formats.UNKNOWN);
        interval.setText("");
        model.setText("");
        observed.setText("");
        doubling.setText(Formats.UNKNOWN);
        rests.setText("");
        course.getElement().setProperty("innerHTML", "");
        results.setText(Formats.UNKNOWN);
    }

    private static Div stacked(Span... lines) {
        Div stacked = new Div(lines);
        stacked.addClassName("stacked");
        return stacked;
    }

    private static Span small() {
        Span small = new Span();
        small.addClassName("detail");
        return small;
    }
}
