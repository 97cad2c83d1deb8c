package rubicon.ui.milestone;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.chronicle.MilestoneItem;
import rubicon.ui.chronicle.MilestoneWords;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// Dated claims and events, newest first, a panel a year; read when the page is opened.
@Route(MilestoneNavigation.LIST)
@PageTitle("Milestones · Rubicon")
public final class MilestonesView extends Div implements AfterNavigationObserver {
    private final IngestClient ingest;
    private final Page page =
            new Page(
                    "Milestones",
                    "What happened, and what was claimed, that carries no number of its own. Each names"
                            + " who tells it; what was told is never rewritten.");
    private final Div filters = new Div();
    private final Div years = new Div();
    private final Refresh<MilestonesData> refresh;
    private MilestonesViewState state = MilestonesViewState.DEFAULT;
    private List<String> notices = List.of();
    private @Nullable List<MilestonePayload> known;
    private Map<String, String> titles = Map.of();

    MilestonesView(IngestClient ingest) {
        this.ingest = ingest;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> MilestonesData.load(ingest),
                        MilestonesData::mayComeLater,
                        this::loaded);
        filters.addClassName("filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", "Filters");
        page.setTestId("milestones-page");
        page.add(filters, years);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<MilestonesViewState> parsed =
                MilestonesViewState.parse(event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        notices = parsed.notices();
        warn(Optional.empty());
        show();
        Addresses.canonical(event, MilestoneNavigation.list(state));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(MilestonesData data) {
        titles = data.titles();
        if (data.milestones() instanceof Answer.Ok<List<MilestonePayload>>(var items)) {
            known = items;
        }
        warn(data.failure().map(Notice::retrying));
        show();
    }

    private void warn(Optional<Notice> failure) {
        List<Notice> all = new java.util.ArrayList<>();
        notices.forEach(text -> all.add(new Notice(Notice.Kind.WARNING, text)));
        failure.ifPresent(all::add);
        page.notices(all);
    }

    private void show() {
        showFilters();
        years.removeAll();
        List<MilestonePayload> all = known;
        if (all == null) {
            years.add(sentence("Milestones", "Loading the milestones …"));
            return;
        }
        Map<String, List<MilestonePayload>> byYear = new LinkedHashMap<>();
        all.stream()
                .filter(state::matches)
                .sorted(
                        Comparator.comparing(MilestonesView::date)
                                .reversed()
                                .thenComparing(it -> String.valueOf(it.id())))
                .forEach(it ->
                        byYear.computeIfAbsent(year(it), y -> new java.util.ArrayList<>()).add(it));
        byYear.forEach((year, of) -> years.add(panel(year, of)));
        if (byYear.isEmpty()) {
            years.add(
                    sentence(
                            "Milestones",
                            all.isEmpty() ? "None is told yet." : "None of this selection."));
        }
    }

    private static Panel sentence(String title, String sentence) {
        Panel panel = new Panel(title);
        panel.showEmpty(sentence);
        return panel;
    }

    private Panel panel(String year, List<MilestonePayload> of) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "timeline");
        of.forEach(it -> list.add(item(it)));
        return new Panel(year, list).withCount(of.size());
    }

    private MilestoneItem item(MilestonePayload it) {
        MilestoneItem item = new MilestoneItem(it, "");
        Div tags = new Div();
        tags.addClassName("tags");
        names(it.indicators())
                .forEach(id ->
                        tags.add(
                                tag(
                                        IndicatorNavigation.indicator(id),
                                        titles.getOrDefault(id, id))));
        names(it.categories()).forEach(id -> tags.add(category(id)));
        if (tags.getComponentCount() > 0) {
            item.with(tags);
        }
        if (it.revision() != null && it.revision() > 1) {
            item.with(new EarlierRevisions(it, it.revision(), ingest));
        }
        return item;
    }

    private Anchor category(String id) {
        MilestonesViewState all = state.withCategory(Optional.of(id));
        Anchor tag = tag(MilestoneNavigation.list(all), Formats.sentence(id));
        tag.addClassName("category");
        return tag;
    }

    private static Anchor tag(String address, String text) {
        Anchor tag = Parts.link(address, text);
        tag.addClassName("tag");
        return tag;
    }

    private void showFilters() {
        filters.removeAll();
        filters.add(
                filter(
                        "All kinds",
                        "all",
                        count(state.withKind(Optional.empty())),
                        state.kind().isEmpty(),
                        state.withKind(Optional.empty())));
        for (MilestoneKind kind : MilestoneKind.values()) {
            MilestonesViewState of = state.withKind(Optional.of(kind));
            int count = count(of);
            boolean pressed = state.kind().filter(kind::equals).isPresent();
            if (count > 0 || pressed) {
                filters.add(
                        filter(
                                MilestoneWords.title(kind),
                                MilestoneWords.key(kind),
                                count,
                                pressed,
                                of));
            }
        }
        state.category()
                .ifPresent(id ->
                        filters.add(
                                only(
                                        Formats.sentence(id),
                                        "category",
                                        state.withCategory(Optional.empty()))));
        state.indicator()
                .ifPresent(id ->
                        filters.add(
                                only(
                                        titles.getOrDefault(id, id),
                                        "indicator",
                                        state.withIndicator(Optional.empty()))));
    }

    private int count(MilestonesViewState of) {
        return known == null ? 0 : (int) known.stream().filter(of::matches).count();
    }

    private NativeButton only(String text, String testId, MilestonesViewState next) {
        NativeButton button = chip(testId, true, next);
        button.setText("Only " + text + " ×");
        return button;
    }

    private NativeButton filter(
            String text, String testId, int count, boolean pressed, MilestonesViewState next) {
        NativeButton button = chip(testId, pressed, next);
        Span number = new Span(Integer.toString(count));
        number.addClassName("layer-count");
        button.add(new Span(text), number);
        return button;
    }

    private NativeButton chip(String testId, boolean pressed, MilestonesViewState next) {
        NativeButton button =
                new NativeButton(
                        "", click -> getUI().ifPresent(ui -> MilestoneNavigation.push(ui, next)));
        button.addClassNames("chip", "layer");
        button.setTestId("filter-" + testId);
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return button;
    }

    private static LocalDate date(MilestonePayload it) {
        return Objects.requireNonNullElse(it.date(), LocalDate.EPOCH);
    }

    private static String year(MilestonePayload it) {
        return Integer.toString(date(it).getYear());
    }

    private static List<String> names(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }
}
