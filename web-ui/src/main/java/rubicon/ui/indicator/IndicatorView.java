package rubicon.ui.indicator;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;
import rubicon.ui.chronicle.Chronicle;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.Ledger;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.NotFound;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Refresh;
import rubicon.ui.shell.SubjectNames;

/// One indicator: its numbers, chart, table and releases; live, or as of a time.
///
/// The live state comes by the feed and is shown at once; the ledger's rows follow by REST, and are
/// read again whenever the state changes.
@Route(IndicatorNavigation.LIST)
public final class IndicatorView extends Div
        implements HasUrlParameter<String>, HasDynamicTitle, AfterNavigationObserver {
    private final IngestClient ingest;
    private final IndicatorFeed feed;
    private final AlertFeed alertFeed;
    private final InstantSource clock;
    private String id = "";
    private IndicatorViewState state = IndicatorViewState.DEFAULT;
    private Optional<Notice> failure = Optional.empty();
    private List<String> notices = List.of();
    private @Nullable IndicatorParts parts;
    private @Nullable Registration live;
    private @Nullable IndicatorPayload indicator;
    private @Nullable IndicatorStatePayload current;
    private long newest;
    private Ledger ledger = Ledger.empty();
    private List<RulePayload> rules = List.of();
    private List<AlertPayload> alerts = List.of();
    private Chronicle chronicle = Chronicle.EMPTY;
    private Refresh<IndicatorData> refresh = refresh();

    IndicatorView(
            IngestClient ingest, IndicatorFeed feed, AlertFeed alertFeed, InstantSource clock) {
        this.ingest = ingest;
        this.feed = feed;
        this.alertFeed = alertFeed;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        Parsed<IndicatorViewState> parsed =
                IndicatorViewState.parse(
                        event.getLocation().getQueryParameters().getParameters(), clock.instant());
        String asked = Addresses.decoded(parameter);
        boolean same =
                asked.equals(id)
                        && Objects.equals(parsed.state().asOf(), state.asOf())
                        && parsed.state().reading() == state.reading()
                        && parts != null;
        id = asked;
        state = parsed.state();
        notices = parsed.notices();
        if (same) {
            showState();
        } else {
            begin(event.getUI());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Addresses.canonical(event, IndicatorNavigation.indicator(id, state));
    }

    @Override
    public String getPageTitle() {
        return title() + " · Rubicon";
    }

    private void begin(UI ui) {
        indicator = null;
        current = null;
        newest = 0;
        ledger = Ledger.empty();
        rules = List.of();
        alerts = List.of();
        chronicle = Chronicle.EMPTY;
        parts = new IndicatorParts(id, this::changed, ingest, clock);
        parts.page().told(new SourcesDisagree(ingest, id));
        removeAll();
        add(parts);
        refresh = refresh();
        refresh.ask(ui);
        listen().ask(ui);
        follow();
        showState();
    }

    private Refresh<IndicatorData> refresh() {
        String asked = id;
        var at = state.asOf();
        var reading = state.reading();
        return new Refresh<>(
                this,
                () -> IndicatorData.load(ingest, asked, reading, at),
                data -> isShown(asked, at) && data.mayComeLater(),
                data -> {
                    if (reading == state.reading()) {
                        loaded(asked, at, data);
                    }
                });
    }

    /// What is told is read once, when the page is opened.
    private Refresh<Chronicle> listen() {
        String asked = id;
        var at = state.asOf();
        return new Refresh<>(
                this,
                () -> Chronicle.load(ingest, at),
                told -> isShown(asked, at) && told.mayComeLater(),
                told -> {
                    if (isShown(asked, at)) {
                        chronicle = told;
                        showState();
                    }
                });
    }

    /// Follows the feed while the page is live; a page of the past stands still.
    private void follow() {
        if (live != null) {
            live.remove();
            live = null;
        }
        if (state.asOf() == null) {
            Signal<Optional<IndicatorStatePayload>> states = feed.state(id);
            live =
                    Registration.combine(
                            Signal.effect(this, () -> states.get().ifPresent(this::arrived)),
                            Signal.effect(this, () -> warned(alertFeed.alerts())));
        }
    }

    private void arrived(IndicatorStatePayload next) {
        boolean changed = current != null && current.version() != next.version();
        newest = next.version();
        if (state.reading() == SeriesReading.COUNTED) {
            current = next;
            showState();
        }
        if (changed) {
            refresh.ask(Background.pageOf(this));
        }
    }

    private void warned(List<AlertPayload> all) {
        List<AlertPayload> now =
                all.stream()
                        .filter(alert -> alert.indicator().equals(id))
                        .filter(alert -> alert.resolvedAt() == null)
                        .toList();
        if (!now.equals(alerts)) {
            alerts = now;
            showState();
        }
    }

    private boolean isShown(String asked, @Nullable Instant at) {
        return asked.equals(id) && Objects.equals(at, state.asOf());
    }

    private void loaded(String asked, @Nullable Instant at, IndicatorData data) {
        if (!isShown(asked, at)) {
            return;
        }
        if (data.isUnknown()) {
            removeAll();
            add(
                    NotFound.content(
                            "There is no indicator “" + id + "”",
                            "The catalogue has no entry of this id."));
            return;
        }
        if (data.indicator() instanceof Answer.Ok<IndicatorPayload>(IndicatorPayload found)) {
            indicator = found;
        }
        ledger = data.ledger().orElse(ledger);
        rules = data.rules().orElse(rules);
        data.asked()
                .filter(answer -> answer instanceof Answer.Ok<IndicatorStatePayload>)
                .ifPresent(answer -> current = ((Answer.Ok<IndicatorStatePayload>) answer).value());
        if (at != null && !data.mayComeLater()) {
            answered(at);
        }
        showState();
        failure =
                data.failure()
                        .map(said ->
                                data.mayComeLater()
                                        ? Notice.retrying(said)
                                        : new Notice(Notice.Kind.WARNING, said));
        withPage(page -> page.notices(warnings()));
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    /// The address names the moment that was answered, which is an earlier one where something was
    /// still being written.
    private void answered(Instant asked) {
        Instant moment = ledger.asOf();
        if (moment != null && moment.isBefore(asked)) {
            state = state.withAsOf(moment);
            getUI().ifPresent(ui ->
                    IndicatorNavigation.replace(ui, IndicatorNavigation.indicator(id, state)));
        }
    }

    private void changed(IndicatorViewState next) {
        getUI().ifPresent(ui -> IndicatorNavigation.push(ui, id, next));
    }

    private void showState() {
        if (parts == null) {
            return;
        }
        withPage(page -> page.title(title(), description()));
        withPage(page -> page.notices(warnings()));
        parts.showControls(state, catalogueScale(), ledger.asOf());
        showAbout(parts);
        if (current != null) {
            Told all = Told.of(chronicle, id, categories());
            Told told = all.only(state.layers(), state.time());
            ChartModel model =
                    ChartModel.of(
                            indicator,
                            current,
                            ledger.rows(),
                            rules,
                            state.choice(),
                            TellingMarks.of(told, current.unit()));
            parts.showNumbers(current, rules, open(), names(), clock.instant());
            parts.showResults(model, nothing(current));
            parts.showLines(indicator, model);
            parts.showTold(counts(all), told, model, current, names(), today());
        } else {
            parts.showLines(indicator, null);
        }
        parts.showReleases(ledger.rows(), names());
    }

    /// How much there is of each layer.
    private Map<Layer, Integer> counts(Told all) {
        Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
        counts.putAll(all.counts());
        for (LedgerRowPayload row : ledger.rows()) {
            if (row.status().equals("DISPUTED")) {
                counts.merge(Layer.DISPUTED, 1, Integer::sum);
            } else if (row.status().equals("RETRACTED")) {
                counts.merge(Layer.RETRACTED, 1, Integer::sum);
            }
        }
        return counts;
    }

    /// How it stands for data is told as of the moment that is shown.
    private void showAbout(IndicatorParts shown) {
        if (indicator != null) {
            Optional<Instant> asOf = Optional.ofNullable(state.asOf());
            Instant now = asOf.orElseGet(clock::instant);
            shown.showHorizon(indicator, state, newest);
            if (current != null) {
                shown.showAnalysis(indicator, state, current.version());
            }
            shown.showAbout(
                    indicator, DataState.of(indicator, Optional.ofNullable(current), now), asOf);
        }
    }

    private SubjectNames names() {
        return current == null
                ? new SubjectNames(false)
                : ChartModel.names(indicator, current, ledger.rows());
    }

    /// What waits or fires now; nothing is said of the past.
    private List<AlertPayload> open() {
        return state.asOf() == null ? alerts : List.of();
    }

    /// Why there is no result to show.
    private String nothing(IndicatorStatePayload shown) {
        boolean anyKnown = !shown.frontier().isEmpty() || !ledger.rows().isEmpty();
        if (anyKnown && !state.time().equals(TimeRange.ALL)) {
            return "No result in this range.";
        }
        return state.asOf() == null ? "No result is known yet." : "Nothing was known then.";
    }

    /// Where the values themselves do not come, what is told beside them is not worth a notice.
    private List<Notice> warnings() {
        List<Notice> all = new ArrayList<>();
        notices.forEach(text -> all.add(new Notice(Notice.Kind.WARNING, text)));
        long held = ledger.rows().stream().filter(row -> row.held() != null).count();
        if (held > 0) {
            all.add(
                    new Notice(
                            Notice.Kind.WARNING,
                            "%d value%s held for being implausible, and not counted; the tab Sources says why."
                                    .formatted(held, held == 1 ? " is" : "s are")));
        }
        failure.or(() -> chronicle.failure().map(Notice::retrying)).ifPresent(all::add);
        return all;
    }

    private void withPage(java.util.function.Consumer<Page> change) {
        if (parts != null) {
            change.accept(parts.page());
        }
    }

    private String title() {
        return indicator == null || indicator.title() == null ? id : indicator.title();
    }

    private List<String> categories() {
        return indicator == null || indicator.categories() == null
                ? List.of()
                : indicator.categories();
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private YScale catalogueScale() {
        return ChartModel.defaultScale(indicator, current == null ? "min" : current.unit());
    }

    private String description() {
        return indicator == null || indicator.description() == null ? "" : indicator.description();
    }
}
