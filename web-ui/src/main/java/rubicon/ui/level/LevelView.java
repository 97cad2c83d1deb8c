package rubicon.ui.level;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.View;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.indicator.Grouping;
import rubicon.ui.indicator.IndicatorTable;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.NotFound;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Refresh;

/// One level of abstraction: what it asks, what nobody publishes for it, and its indicators, each
/// kind of quantity by itself.
@Route(LevelNavigation.LIST)
public final class LevelView extends Div
        implements HasUrlParameter<String>, HasDynamicTitle, AfterNavigationObserver {
    private final IndicatorFeed feed;
    private final InstantSource clock;
    private final Page page = new Page("", "");
    private final LevelCards cards = new LevelCards();
    private final Panel missing = new Panel("What is not told, and why");
    private final Div summary = new Div();
    private final Div kinds = new Div();
    private final Refresh<LevelsData> refresh;
    private List<IndicatorStatePayload> states = List.of();
    private List<String> said = List.of();
    private @Nullable View view;
    private @Nullable LevelsData data;

    LevelView(IngestClient ingest, IndicatorFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> LevelsData.load(ingest),
                        LevelsData::mayComeLater,
                        this::loaded);
        page.under(Page.trail(LevelNavigation.LIST, "Views"));
        page.setTestId("level-page");
        summary.addClassName("level-summary");
        missing.showEmpty("Loading …");
        page.add(cards, missing, summary, kinds);
        Signal.effect(this, () -> arrived(feed.states()));
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        view = LevelNavigation.named(Addresses.decoded(parameter)).orElse(null);
        removeAll();
        if (view == null) {
            add(
                    NotFound.content(
                            "There is no level “" + Addresses.decoded(parameter) + "”",
                            "There are four: model, researcher, lab and economy."));
            return;
        }
        add(page);
        page.title(getName(), "");
        showAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (view != null) {
            Addresses.canonical(event, LevelNavigation.level(view.name()));
        }
    }

    @Override
    public String getPageTitle() {
        return getName() + " · Rubicon";
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void arrived(List<IndicatorStatePayload> now) {
        states = now;
        LevelsData known = data;
        if (known != null && !said.equals(held().said(known.indicators().orElse(List.of())))) {
            showHeld();
        }
    }

    private void loaded(LevelsData next) {
        page.notices(next.failure().map(Notice::retrying).stream().toList());
        if (!next.isEmpty()) {
            data = next;
        }
        showAll();
    }

    /// The tables follow the feed by themselves and are made once for a level.
    private void showAll() {
        LevelsData shown = data;
        View level = view;
        if (shown == null || level == null) {
            return;
        }
        shown.level(level)
                .ifPresent(it ->
                        page.title(
                                it.title() + ": " + lowerFirst(String.valueOf(it.question())),
                                String.valueOf(it.description())));
        kinds.removeAll();
        Grouping.byKind(shown.of(level.name()))
                .forEach((title, those) -> kinds.add(panel(title, those)));
        showHeld();
    }

    private void showHeld() {
        LevelsData shown = data;
        View level = view;
        if (shown == null || level == null) {
            return;
        }
        Held held = held();
        said = held.said(shown.indicators().orElse(List.of()));
        List<IndicatorPayload> indicators = shown.of(level.name());
        cards.show(shown, held, level);
        shown.level(level).ifPresent(it -> missing.show(new Missing(it, indicators, held)));
        summary.removeAll();
        Span total = new Span(indicators.size() + " indicators");
        total.addClassName("level-total");
        summary.add(total);
        held.summary(indicators).forEach(it -> summary.add(new Span(it)));
    }

    private Held held() {
        return Held.of(states, clock.instant());
    }

    private Panel panel(String title, List<IndicatorPayload> those) {
        Panel panel = new Panel(title, new IndicatorTable(title, those, feed, clock));
        panel.withCount(those.size());
        panel.setTestId("indicator-group");
        return panel;
    }

    private String getName() {
        View level = view;
        return level == null ? "Not found" : Formats.sentence(level.name());
    }

    private static String lowerFirst(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
