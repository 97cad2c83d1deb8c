package rubicon.ui.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Refresh;

/// The catalogue with the state of each indicator, searchable, filtered and divided.
@Route(IndicatorNavigation.LIST)
@PageTitle("Indicators · Rubicon")
public final class IndicatorsView extends Div implements AfterNavigationObserver {
    private final IndicatorFeed feed;
    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Indicators",
                    "Each quantity that speaks of AI doing AI R&D, with its best value and how it stands"
                            + " for data.");
    private final IndicatorsControls controls = new IndicatorsControls(this::chose, this::typed);
    private final Div groups = new Div();
    private final Refresh<IndicatorsData> refresh;
    private IndicatorsViewState state = IndicatorsViewState.DEFAULT;
    private List<String> notices = List.of();
    private List<IndicatorPayload> catalogue = List.of();
    private List<CategoryPayload> categories = List.of();
    private Set<String> held = Set.of();

    IndicatorsView(IngestClient ingest, IndicatorFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> IndicatorsData.load(ingest),
                        IndicatorsData::mayComeLater,
                        this::loaded);
        showEmpty("Loading the catalogue …");
        page.add(controls, groups);
        add(page);
        Signal.effect(this, () -> arrived(feed.states()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<IndicatorsViewState> parsed =
                IndicatorsViewState.parse(event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        notices = parsed.notices();
        page.notices(warnings());
        controls.show(state, categories);
        showGroups();
        Addresses.canonical(event, IndicatorNavigation.list(state));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void chose(IndicatorsViewState next) {
        getUI().ifPresent(ui -> Addresses.follow(ui, IndicatorNavigation.list(next)));
    }

    private void typed(IndicatorsViewState next) {
        state = next;
        getUI().ifPresent(ui -> IndicatorNavigation.replace(ui, IndicatorNavigation.list(next)));
        showGroups();
    }

    private void loaded(IndicatorsData data) {
        catalogue = data.indicators().orElse(catalogue);
        categories = data.categories().orElse(categories);
        List<Notice> all = new ArrayList<>(warnings());
        data.failure().map(Notice::retrying).ifPresent(all::add);
        page.notices(all);
        controls.show(state, categories);
        if (catalogue.isEmpty() && data.failure().isPresent()) {
            showEmpty("The catalogue is not available at the moment.");
        } else {
            showGroups();
        }
    }

    /// Values change inside their rows; the list changes only when a first value arrives and those
    /// without are left out.
    private void arrived(List<IndicatorStatePayload> states) {
        Set<String> now =
                states.stream()
                        .filter(DataState::isHeld)
                        .map(IndicatorStatePayload::indicator)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!now.equals(held)) {
            held = now;
            if (state.dataOnly()) {
                showGroups();
            }
        }
    }

    private void showGroups() {
        if (catalogue.isEmpty()) {
            return;
        }
        List<IndicatorPayload> found =
                catalogue.stream()
                        .filter(state::matches)
                        .filter(it -> !state.dataOnly() || held.contains(String.valueOf(it.id())))
                        .toList();
        controls.showCount(found.size(), catalogue.size());
        groups.removeAll();
        state.grouping()
                .groups(found, categories)
                .forEach((title, those) -> groups.add(group(title, those)));
        if (found.isEmpty()) {
            showEmpty(
                    state.text().isEmpty()
                            ? "No indicator matches these filters."
                            : "No indicator matches “" + state.text() + "” here.");
        }
    }

    private Panel group(String title, List<IndicatorPayload> those) {
        Panel panel = new Panel(title, new IndicatorTable(title, those, feed, clock));
        panel.withCount(those.size());
        panel.setTestId("indicator-group");
        return panel;
    }

    private void showEmpty(String sentence) {
        Panel panel = new Panel("Catalogue");
        panel.showEmpty(sentence);
        groups.removeAll();
        groups.add(panel);
    }

    private List<Notice> warnings() {
        return notices.stream().map(text -> new Notice(Notice.Kind.WARNING, text)).toList();
    }
}
