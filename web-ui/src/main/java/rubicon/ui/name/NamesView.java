package rubicon.ui.name;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.ui.client.AliasPayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.UnresolvedNamePayload;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// What the names of sources mean, for review: those that nobody has resolved, and every alias.
@Route(NamesView.ADDRESS)
@PageTitle("Names · Rubicon")
public final class NamesView extends Div implements AfterNavigationObserver {
    static final String ADDRESS = "sources/names";
    private static final int MOST_SHOWN = 200;

    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Names",
                    "What the names that sources write mean here. A name that no alias file knows"
                            + " stands for itself; none is guessed.");
    private final TextField search = new TextField();
    private final Panel unknown = new Panel("Names that nobody has resolved");
    private final Panel known = new Panel("Aliases");
    private final Refresh<NamesData> refresh;
    private NamesViewState state = NamesViewState.DEFAULT;
    private List<UnresolvedNamePayload> unresolved = List.of();
    private List<AliasPayload> aliases = List.of();
    private boolean loaded;

    NamesView(IngestClient ingest, InstantSource clock) {
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this, () -> NamesData.load(ingest), NamesData::mayComeLater, this::loaded);
        search.setPlaceholder("Search names");
        search.setAriaLabel("Search names");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.setTestId("name-search");
        search.addValueChangeListener(change -> searched(change.getValue().strip()));
        unknown.showEmpty("Loading …");
        known.showEmpty("Loading …");
        page.under(Page.trail("sources", "Sources"));
        Div controls = new Div(search);
        controls.addClassName("list-controls");
        page.add(controls, unknown, known);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = NamesViewState.parse(event.getLocation().getQueryParameters().getParameters());
        search.setValue(state.text());
        show();
        Addresses.canonical(event, Addresses.of(ADDRESS, state.toQuery()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(NamesData data) {
        loaded |= !data.mayComeLater();
        unresolved = data.unresolved().orElse(unresolved);
        aliases = data.aliases().orElse(aliases);
        page.notices(data.failure().map(Notice::retrying).stream().toList());
        show();
    }

    private void searched(String text) {
        if (!text.equals(state.text())) {
            state = new NamesViewState(text);
            getUI().ifPresent(ui -> Addresses.follow(ui, Addresses.of(ADDRESS, state.toQuery())));
        }
    }

    private void show() {
        if (!loaded) {
            return;
        }
        List<UnresolvedNamePayload> open = unresolved.stream().filter(state::matches).toList();
        unknown.withCount(open.size());
        if (open.isEmpty()) {
            unknown.showEmpty(
                    unresolved.isEmpty()
                            ? "Every name of the last readings is resolved."
                            : "None matches.");
        } else {
            unknown.show(openTable(open), rest(open.size()));
        }
        List<AliasPayload> found = aliases.stream().filter(state::matches).toList();
        known.withCount(found.size());
        if (found.isEmpty()) {
            known.showEmpty(aliases.isEmpty() ? "There is none." : "None matches.");
        } else {
            known.show(aliasTable(found), rest(found.size()));
        }
    }

    private DataTable openTable(List<UnresolvedNamePayload> names) {
        Instant now = clock.instant();
        DataTable table =
                new DataTable(
                        "Names that no alias file knows",
                        DataTable.Column.text("Name"),
                        DataTable.Column.text("Source"),
                        DataTable.Column.number("Rows"),
                        DataTable.Column.text("Since"));
        names.stream()
                .limit(MOST_SHOWN)
                .forEach(it ->
                        table.row(
                                        Parts.code(it.name()),
                                        new Span(it.source()),
                                        new Span(String.valueOf(it.rows())),
                                        Parts.when(it.since(), now))
                                .setTestId("unresolved-name"));
        return table;
    }

    private static DataTable aliasTable(List<AliasPayload> aliases) {
        DataTable table =
                new DataTable(
                        "Aliases",
                        DataTable.Column.text("Name"),
                        DataTable.Column.text("Means"),
                        DataTable.Column.text("File"));
        aliases.stream()
                .limit(MOST_SHOWN)
                .forEach(it ->
                        table.row(
                                        Parts.code(it.name()),
                                        Parts.stacked(it.model(), details(it)),
                                        Parts.stacked(
                                                it.file(),
                                                it.source() == null ? "" : "only " + it.source()))
                                .setTestId("alias"));
        return table;
    }

    private static String details(AliasPayload it) {
        return Stream.of(it.developer(), it.scaffold(), it.effort())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /// How many are not shown; nothing where all are.
    private static Component rest(int count) {
        Span rest =
                new Span(
                        count > MOST_SHOWN
                                ? "%,d more; search to narrow them.".formatted(count - MOST_SHOWN)
                                : "");
        rest.addClassName("detail");
        return rest;
    }
}
