package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.Sparkline;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

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
    private final Span badge = new Span();
    private final Span results = small();
    private final InstantSource clock;
    private @Nullable DataState shown;

    IndicatorRow(IndicatorPayload indicator, IndicatorFeed feed, InstantSource clock) {
        this.indicator = indicator;
        this.clock = clock;
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
                        stacked(badge, results))
                .setTestId("indicator-row");
        Signal.effect(value, () -> live.get().ifPresentOrElse(this::show, this::showNothing));
    }

    private void show(IndicatorStatePayload state) {
        showDataState(DataState.of(indicator, Optional.of(state), clock.instant()));
        boolean ranked = !state.frontier().isEmpty();
        Point point = ranked ? state.frontier().getLast() : state.latest();
        if (point == null) {
            showNoValue();
        } else {
            String qualifier = point.qualifier() == null ? "" : point.qualifier() + "\u00a0";
            value.setText(qualifier + Formats.value(point.value(), state.unit()));
            interval.setText(ranked ? Interval.of(point).words(state.unit()) : "latest");
            model.setText(SubjectNames.of(indicator, state).of(point.subject()));
            observed.setText(Formats.date(point.observedOn(), point.precision()));
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
        int counted = state.counts().counted();
        results.setText(Formats.count(counted) + (counted == 1 ? " result" : " results"));
    }

    private void showDataState(DataState next) {
        if (next != shown) {
            shown = next;
            badge.removeAll();
            badge.add(next.badge());
        }
    }

    private void showNothing() {
        showDataState(DataState.of(indicator, Optional.empty(), clock.instant()));
        showNoValue();
        doubling.setText(Formats.UNKNOWN);
        rests.setText("");
        course.getElement().setProperty("innerHTML", "");
        results.setText("");
    }

    private void showNoValue() {
        value.setText(Formats.UNKNOWN);
        interval.setText("");
        model.setText("");
        observed.setText("");
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
