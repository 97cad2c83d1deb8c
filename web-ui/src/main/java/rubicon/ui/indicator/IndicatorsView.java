package rubicon.ui.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
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
        new IndicatorRow(indicator, feed).addTo(table);
    }
}
