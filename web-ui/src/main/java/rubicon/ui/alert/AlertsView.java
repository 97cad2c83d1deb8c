package rubicon.ui.alert;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.FeedStatus;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Refresh;

/// Every alert, the open ones first, live.
@Route(AlertNavigation.LIST)
@PageTitle("Alerts · Rubicon")
public final class AlertsView extends Div implements AfterNavigationObserver {
    private final IndicatorFeed indicators;
    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Alerts", "Thresholds that were crossed, with the evidence that crossed them.");
    private final Div filters = new Div();
    private final Map<AlertGroup, Panel> panels = new EnumMap<>(AlertGroup.class);
    private AlertsViewState state = AlertsViewState.DEFAULT;
    private List<AlertPayload> alerts = List.of();
    private final Refresh<Answer<List<IndicatorPayload>>> refresh;
    private List<IndicatorPayload> catalogue = List.of();
    private boolean known;

    AlertsView(IngestClient ingest, IndicatorFeed indicators, AlertFeed feed, InstantSource clock) {
        this.indicators = indicators;
        this.clock = clock;
        this.refresh = new Refresh<>(this, ingest::indicators, Answer::mayComeLater, this::loaded);
        filters.addClassName("filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", "Filters");
        page.add(filters);
        for (AlertGroup group : AlertGroup.values()) {
            Panel panel = new Panel(group.title());
            panel.setTestId("alerts-" + group.name().toLowerCase(java.util.Locale.ROOT));
            panels.put(group, panel);
            page.add(panel);
        }
        add(page);
        Signal.effect(this, () -> arrived(feed.alerts(), feed.status()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<AlertsViewState> parsed =
                AlertsViewState.parse(event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        page.notices(
                parsed.notices().stream()
                        .map(text -> new Notice(Notice.Kind.WARNING, text))
                        .toList());
        showFilters();
        showGroups();
        Addresses.canonical(event, AlertNavigation.list(state));
    }

    private void arrived(List<AlertPayload> now, FeedStatus status) {
        alerts = now;
        known = status != FeedStatus.CONNECTING;
        showGroups();
    }

    /// What the catalogue adds is how subjects are named.
    private void loaded(Answer<List<IndicatorPayload>> answer) {
        catalogue = answer.orElse(catalogue);
        showGroups();
    }

    private void showGroups() {
        List<AlertPayload> listed = alerts.stream().filter(state::matches).toList();
        panels.forEach((group, panel) -> show(group, panel, group.of(listed)));
    }

    private void show(AlertGroup group, Panel panel, List<AlertPayload> listed) {
        boolean always = group == AlertGroup.FIRING;
        panel.setVisible(always || !listed.isEmpty());
        panel.withCount(listed.size());
        if (listed.isEmpty()) {
            panel.showEmpty(known ? group.none() : "Waiting for the live feed …");
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        AlertNames names = new AlertNames(catalogue, indicators.peekStates());
        listed.forEach(alert -> list.add(new AlertRow(alert, names, clock.instant())));
        panel.show(list);
    }

    private void showFilters() {
        filters.removeAll();
        filters.add(
                filter("All severities", "all", state.severity().isEmpty(), to(Optional.empty())));
        for (String severity : AlertsViewState.SEVERITIES) {
            filters.add(
                    filter(
                            Formats.sentence(severity),
                            severity,
                            has(severity),
                            to(Optional.of(severity))));
        }
        filters.add(
                filter(
                        "Open only",
                        "open",
                        state.openOnly(),
                        state.withOpenOnly(!state.openOnly())));
        state.indicator()
                .ifPresent(id ->
                        filters.add(
                                filter(
                                        "Only " + id + " ×",
                                        "indicator",
                                        true,
                                        new AlertsViewState(
                                                state.openOnly(),
                                                state.severity(),
                                                Optional.empty()))));
    }

    private boolean has(String severity) {
        return state.severity().filter(severity::equals).isPresent();
    }

    private AlertsViewState to(Optional<String> severity) {
        return state.withSeverity(severity);
    }

    private NativeButton filter(String text, String testId, boolean pressed, AlertsViewState next) {
        NativeButton button =
                new NativeButton(
                        text, click -> getUI().ifPresent(ui -> AlertNavigation.push(ui, next)));
        button.addClassName("chip");
        button.setTestId("filter-" + testId);
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return button;
    }
}
