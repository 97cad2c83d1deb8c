package rubicon.ui.automation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.RangePayload;
import rubicon.model.wire.AutomationIndexPayload.RestsPayload;
import rubicon.model.wire.AutomationIndexPayload.SteepPayload;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.AsOf;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Numbers;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// The automation index: how little it rests on is said before the number. Below it the categories
/// on their S-curves with what contributes to each, and the capability index. Follows the published
/// index while it shows now.
@Route(AutomationNavigation.PAGE)
@PageTitle("Automation index · Rubicon")
public final class AutomationView extends Div implements AfterNavigationObserver {
    private static final String INDEX = "automation-index";

    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Automation index",
                    "One number for how far the work of AI research is automated, from ten kinds of work,"
                            + " in which weak links weigh more. It orders moments better than it measures a"
                            + " distance, and it is only as good as what it rests on.");
    private final Div controls = new Div();
    private final DatePicker day = new DatePicker();
    private final Span moment = new Span();
    private final NativeButton live = new NativeButton("Back to now");
    private final Panel number = new Panel("The number");
    private final Panel categories = new Panel("Ten categories on their S-curves");
    private final Panel capability = new Panel("Capability index of the ledger's benchmarks");
    private final Refresh<AutomationData> refresh;
    private volatile AutomationViewState state = AutomationViewState.NOW;
    private List<String> notices = List.of();
    private long version = -1;
    private @Nullable AutomationData last;
    private @Nullable Instant shownAt;

    AutomationView(IngestClient ingest, IndicatorFeed feed, InstantSource clock) {
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> AutomationData.load(ingest, Optional.ofNullable(state.asOf())),
                        AutomationData::mayComeLater,
                        this::loaded);
        page.setTestId("automation-page");
        number.setTestId("automation-number");
        categories.setTestId("automation-categories");
        capability.setTestId("capability-index");
        for (Panel each : List.of(number, categories, capability)) {
            each.showEmpty("Loading …");
        }
        page.add(controls(), number, categories, capability);
        add(page);
        Signal.effect(this, () -> arrived(feed.states()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Parsed<AutomationViewState> parsed =
                AutomationViewState.parse(
                        event.getLocation().getQueryParameters().getParameters(), clock.instant());
        boolean other = !Objects.equals(state, parsed.state());
        state = parsed.state();
        notices = parsed.notices();
        page.notices(warnings());
        Instant at = state.asOf();
        day.setValue(at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate());
        live.setVisible(at != null);
        if (other) {
            getUI().ifPresent(refresh::ask);
        }
        Addresses.canonical(event, AutomationNavigation.page(state));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private Div controls() {
        day.setPlaceholder("As of …");
        day.setAriaLabel("Show the indices as of a day");
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        day.setClearButtonVisible(true);
        day.setTestId("as-of");
        day.addClassName("as-of");
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                push(new AutomationViewState(moment(change.getValue())));
            }
        });
        live.addClassName("chip");
        live.setTestId("back-to-now");
        live.addClickListener(_ -> push(AutomationViewState.NOW));
        live.setVisible(false);
        moment.setTestId("answered-for");
        controls.addClassName("filters");
        controls.add(day, live, moment);
        return controls;
    }

    private @Nullable Instant moment(@Nullable LocalDate chosen) {
        return chosen == null ? null : AsOf.upToNow(AsOf.endOf(chosen), clock.instant());
    }

    private void push(AutomationViewState next) {
        getUI().ifPresent(ui -> AutomationNavigation.push(ui, next));
    }

    /// The published index has moved: what led to it is asked for again.
    private void arrived(List<IndicatorStatePayload> states) {
        long now =
                states.stream()
                        .filter(it -> it.indicator().equals(INDEX))
                        .mapToLong(IndicatorStatePayload::version)
                        .findFirst()
                        .orElse(-1);
        boolean moved = version >= 0 && now > version;
        version = Math.max(version, now);
        if (moved && state.asOf() == null) {
            getUI().ifPresent(refresh::ask);
        }
    }

    private void loaded(AutomationData data) {
        if (!data.asOf().equals(Optional.ofNullable(state.asOf()))) {
            return; // the address has asked for another moment since
        }
        boolean isOfThis = last != null && last.asOf().equals(data.asOf());
        List<Notice> all = new ArrayList<>(warnings());
        data.failure()
                .map(said ->
                        isOfThis && shownAt != null
                                ? Notice.readAt(said, shownAt)
                                : Notice.retrying(said))
                .ifPresent(all::add);
        page.notices(all);
        switch (data.index()) {
            case Answer.Ok<AutomationIndexPayload>(var index) -> {
                moment.setText("What was known at " + Formats.moment(index.asOf()));
                showNumber(index);
                categories.withCount(index.categories().size());
                categories.show(new CurveFigure(index), new CategoryTable(index));
            }
            case Answer.Failed<AutomationIndexPayload> _ when !isOfThis -> {
                moment.setText("");
                List.of(number, categories).forEach(AutomationView::clear);
            }
            case Answer.Failed<AutomationIndexPayload> _ -> {}
        }
        switch (data.capability()) {
            case Answer.Ok<CapabilityIndexPayload>(var index) -> {
                capability.withCount(index.models().size());
                capability.show(new CapabilityParts(index));
            }
            case Answer.Failed<CapabilityIndexPayload> _ when !isOfThis -> clear(capability);
            case Answer.Failed<CapabilityIndexPayload> _ -> {}
        }
        if (data.failure().isEmpty()) {
            shownAt = clock.instant();
        } else if (!isOfThis) {
            shownAt = null;
        }
        last = data;
    }

    /// Numbers of another moment are not left standing.
    private static void clear(Panel panel) {
        panel.withoutCount();
        panel.showEmpty("Could not be read.");
    }

    private void showNumber(AutomationIndexPayload index) {
        boolean enough = index.evidence().equals("SUFFICIENT");
        Notice honesty = new Notice(enough ? Notice.Kind.INFO : Notice.Kind.WARNING, index.says());
        honesty.setTestId("honesty");
        honesty.addClassName("honesty");
        Numbers figures = new Numbers();
        figures.figure("Automation index")
                .withTestId("automation-value")
                .show(
                        IndexWords.number(index.value()),
                        null,
                        IndexWords.interval(index.low(), index.high(), index.level()));
        RangePayload bounds = index.bounds();
        if (bounds != null) {
            figures.figure("If what is imputed were .01 or .99")
                    .withTestId("automation-bounds")
                    .show(
                            IndexWords.number(bounds.low())
                                    + " to "
                                    + IndexWords.number(bounds.high()),
                            null,
                            "the range that the missing evidence leaves");
        }
        RestsPayload rests = index.rests();
        if (rests != null) {
            figures.figure("Rests on weak evidence")
                    .withTestId("automation-rests")
                    .show(IndexWords.percent(rests.weak()), null, IndexWords.rests(rests));
        }
        SteepPayload steep = index.steep();
        if (steep != null) {
            figures.figure("On the steep part")
                    .withTestId("automation-steep")
                    .show(Integer.toString(steep.count()), null, IndexWords.steep(steep));
        }
        if (index.value() != null) {
            figures.figure("Plain mean")
                    .show(
                            IndexWords.number(index.arithmetic()),
                            null,
                            "weakest: " + IndexWords.weakest(index));
        }
        Paragraph history = new Paragraph("Its course, and rules on it: ");
        history.add(Parts.link(IndicatorNavigation.indicator(INDEX), INDEX), new Span(", "));
        history.add(
                Parts.link(
                        IndicatorNavigation.indicator("s-curve-steep-count"),
                        "s-curve-steep-count"));
        number.show(honesty, figures, history);
    }

    private List<Notice> warnings() {
        return notices.stream().map(text -> new Notice(Notice.Kind.WARNING, text)).toList();
    }
}
