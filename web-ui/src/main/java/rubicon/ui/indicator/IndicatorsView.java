package rubicon.ui.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.Sparkline;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// The catalogue with the state of each indicator, searchable.
@Route(IndicatorNavigation.LIST)
@PageTitle("Indicators · Rubicon")
public final class IndicatorsView extends Div implements AfterNavigationObserver {
    private final IndicatorFeed feed;
    private final Page page =
            new Page(
                    "Indicators",
                    "Each quantity that speaks of AI doing AI R&D, with its best value.");
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final DataTable table =
            new DataTable(
                            "Indicators with their best value",
                            DataTable.Column.text("Indicator"),
                            DataTable.Column.number("Best value"),
                            DataTable.Column.text("By"),
                            DataTable.Column.number("Doubling time"),
                            DataTable.Column.text("Course"),
                            DataTable.Column.number("Results"))
                    .steady();
    private final Panel panel = new Panel("Catalogue");
    private IndicatorsViewState state = new IndicatorsViewState("");
    private List<IndicatorPayload> catalogue = List.of();
    private final Refresh<Answer<List<IndicatorPayload>>> refresh;

    IndicatorsView(IngestClient ingest, IndicatorFeed feed) {
        this.feed = feed;
        this.refresh = new Refresh<>(this, ingest::indicators, Answer::mayComeLater, this::loaded);
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        panel.withActions(count, searchField());
        panel.showEmpty("Loading the catalogue …");
        page.add(panel);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state =
                IndicatorsViewState.parse(event.getLocation().getQueryParameters().getParameters())
                        .state();
        search.setValue(state.text());
        showRows();
        Addresses.canonical(event, IndicatorNavigation.list(state));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private TextField searchField() {
        search.setPlaceholder("Search indicators");
        search.setAriaLabel("Search indicators");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.setTestId("indicator-search");
        search.addValueChangeListener(change -> searched(change.getValue().strip()));
        return search;
    }

    private void searched(String text) {
        if (!text.equals(state.text())) {
            state = new IndicatorsViewState(text);
            getUI().ifPresent(
                            ui -> IndicatorNavigation.replace(ui, IndicatorNavigation.list(state)));
            showRows();
        }
    }

    private void loaded(Answer<List<IndicatorPayload>> answer) {
        switch (answer) {
            case Answer.Ok<List<IndicatorPayload>>(List<IndicatorPayload> items) -> {
                catalogue = items;
                page.notices(List.of());
                showRows();
            }
            case Answer.Failed<List<IndicatorPayload>> failed -> {
                page.notices(List.of(Notice.retrying(failed.failure().message())));
                if (catalogue.isEmpty()) {
                    panel.showEmpty("The catalogue is not available at the moment.");
                }
            }
        }
    }

    private void showRows() {
        if (catalogue.isEmpty()) {
            return;
        }
        List<IndicatorPayload> found = catalogue.stream().filter(state::matches).toList();
        table.clear();
        found.forEach(this::addRow);
        count.setText(found.size() + " of " + catalogue.size());
        if (found.isEmpty()) {
            panel.showEmpty("No indicator matches “" + state.text() + "”.");
        } else {
            panel.show(table);
        }
    }

    private void addRow(IndicatorPayload indicator) {
        String id = Optional.ofNullable(indicator.id()).orElse("");
        Anchor name =
                Parts.link(
                        IndicatorNavigation.indicator(id),
                        Optional.ofNullable(indicator.title()).orElse(id));
        name.addClassName("row-link");
        Div value = new Div();
        value.addClassName("stacked");
        Div by = new Div();
        by.addClassName("stacked");
        Span doubling = new Span();
        Span course = new Span();
        Span results = new Span();
        Component title = Parts.stacked(name, id);
        table.row(title, value, by, doubling, course, results).setTestId("indicator-row");
        Signal<Optional<IndicatorStatePayload>> live = feed.state(id);
        Signal.effect(
                value,
                () -> {
                    Optional<IndicatorStatePayload> now = live.get();
                    showValue(value, id, now);
                    showSubject(by, now);
                    doubling.setText(now.map(IndicatorsView::doubling).orElse(Formats.UNKNOWN));
                    course.getElement()
                            .setProperty(
                                    "innerHTML", now.map(s -> course(indicator, s)).orElse(""));
                    results.setText(
                            now.map(s -> Formats.count(s.counts().standing()))
                                    .orElse(Formats.UNKNOWN));
                });
    }

    private static void showValue(Div cell, String id, Optional<IndicatorStatePayload> state) {
        cell.removeAll();
        Span value = new Span(state.map(IndicatorsView::best).orElse(Formats.UNKNOWN));
        value.addClassName("value");
        value.setTestId("indicator-value-" + id);
        cell.add(value);
        state.filter(s -> !s.frontier().isEmpty())
                .map(s -> interval(s))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> cell.add(small(text)));
    }

    private static void showSubject(Div cell, Optional<IndicatorStatePayload> state) {
        cell.removeAll();
        state.filter(s -> !s.frontier().isEmpty())
                .map(s -> s.frontier().getLast())
                .ifPresent(best -> {
                    String model = best.subject().model();
                    cell.add(new Span(model == null ? Formats.UNKNOWN : model));
                    cell.add(small(Formats.date(best.observedOn(), best.precision())));
                });
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("detail");
        return small;
    }

    private static String best(IndicatorStatePayload state) {
        return state.frontier().isEmpty()
                ? Formats.UNKNOWN
                : Formats.value(state.frontier().getLast().value(), state.unit());
    }

    private static String interval(IndicatorStatePayload state) {
        var best = state.frontier().getLast();
        return best.low() == null && best.high() == null
                ? ""
                : Formats.interval(best.low(), best.high(), state.unit());
    }

    private static String doubling(IndicatorStatePayload state) {
        return state.trend() == null
                ? Formats.UNKNOWN
                : Formats.days(state.trend().doublingDays().estimate());
    }

    private static String course(IndicatorPayload indicator, IndicatorStatePayload state) {
        return Sparkline.svg(state.frontier(), ChartModel.defaultScale(indicator, state.unit()));
    }
}
