package rubicon.ui.discrepancy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Refresh;

/// Where the field's numbers disagree: as the ledger finds it by itself, and as it is documented.
@Route(DiscrepancyNavigation.LIST)
@PageTitle("Discrepancies · Rubicon")
public final class DiscrepanciesView extends Div implements AfterNavigationObserver {
    private final Page page =
            new Page(
                    "Where the field's numbers disagree",
                    "No number is made to fit. Each value stands here with its source, with what counts in"
                            + " Rubicon and why.");
    private final Div about = filters("Indicator");
    private final Panel ledger = new Panel("Sources that differ about one subject");
    private final Panel documented = new Panel("Documented by hand");
    private final Div kinds = filters("Kind of discrepancy");
    private final NativeButton rounding = new NativeButton("Roundings too");
    private final Refresh<DiscrepanciesData> refresh;
    private DiscrepanciesViewState state = DiscrepanciesViewState.DEFAULT;
    private List<String> notices = List.of();
    private List<DisagreementPayload> found = List.of();
    private List<DiscrepancyPayload> entries = List.of();
    private boolean foundKnown;
    private boolean entriesKnown;

    DiscrepanciesView(IngestClient ingest) {
        this.refresh =
                new Refresh<>(
                        this,
                        () -> DiscrepanciesData.load(ingest),
                        DiscrepanciesData::mayComeLater,
                        this::loaded);
        rounding.addClassName("chip");
        rounding.setTestId("rounding");
        rounding.addClickListener(_ -> push(state.withRounding(!state.rounding())));
        ledger.withActions(rounding);
        ledger.showEmpty("Loading …");
        documented.showEmpty("Loading …");
        page.add(about, ledger, kinds, documented);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<DiscrepanciesViewState> parsed =
                DiscrepanciesViewState.parse(
                        event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        notices = parsed.notices();
        page.notices(warnings());
        show();
        Addresses.canonical(event, DiscrepancyNavigation.list(state));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(DiscrepanciesData data) {
        foundKnown |= !data.found().mayComeLater();
        entriesKnown |= !data.documented().mayComeLater();
        found = data.found().orElse(found);
        entries = data.documented().orElse(entries);
        List<Notice> all = new ArrayList<>(warnings());
        data.failure().map(Notice::retrying).ifPresent(all::add);
        page.notices(all);
        show();
    }

    private void show() {
        rounding.getElement().setAttribute("aria-pressed", String.valueOf(state.rounding()));
        about.removeAll();
        state.indicator()
                .ifPresent(id ->
                        about.add(
                                chip(
                                        "Only " + id + " ×",
                                        "indicator",
                                        true,
                                        state.ofEveryIndicator())));
        about.setVisible(state.indicator().isPresent());
        showKinds();
        showFound(found.stream().filter(state::matches).toList());
        showDocumented(entries.stream().filter(state::matches).toList());
    }

    private void showFound(List<DisagreementPayload> listed) {
        ledger.withCount(listed.size());
        if (!listed.isEmpty()) {
            ledger.show(new DisagreementTable(listed));
        } else if (foundKnown) {
            long rounded = found.stream().filter(state.withRounding(true)::matches).count();
            ledger.showEmpty(
                    rounded == 0
                            ? "No two sources in the ledger give different values for one subject."
                            : "Sources differ by roundings alone: " + rounded + ".");
        }
    }

    private void showDocumented(List<DiscrepancyPayload> listed) {
        documented.withCount(listed.size());
        if (!listed.isEmpty()) {
            documented.show(new DocumentedList(listed));
        } else if (entriesKnown) {
            documented.showEmpty("None is documented here.");
        }
    }

    private void showKinds() {
        kinds.removeAll();
        kinds.add(
                chip("All kinds", "all", state.kind().isEmpty(), state.withKind(Optional.empty())));
        for (String kind : DiscrepanciesViewState.KINDS) {
            String constant = kind.toUpperCase(Locale.ROOT);
            long count =
                    entries.stream()
                            .filter(state::isAbout)
                            .filter(it -> constant.equals(it.kind()))
                            .count();
            String words = DocumentedList.kind(constant);
            kinds.add(
                    chip(
                            Formats.sentence(words) + " " + count,
                            kind,
                            state.kind().filter(kind::equals).isPresent(),
                            state.withKind(Optional.of(kind))));
        }
    }

    private NativeButton chip(
            String text, String testId, boolean pressed, DiscrepanciesViewState next) {
        NativeButton chip = new NativeButton(text, _ -> push(next));
        chip.addClassName("chip");
        chip.setTestId("filter-" + testId);
        chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return chip;
    }

    private void push(DiscrepanciesViewState next) {
        getUI().ifPresent(ui -> DiscrepancyNavigation.push(ui, next));
    }

    private List<Notice> warnings() {
        return notices.stream().map(text -> new Notice(Notice.Kind.WARNING, text)).toList();
    }

    private static Div filters(String label) {
        Div filters = new Div();
        filters.addClassName("filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", label);
        return filters;
    }
}
