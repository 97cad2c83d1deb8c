package rubicon.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.alert.AlertNames;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.ChartTable;
import rubicon.ui.chart.FrontierFigure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.FeedStatus;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;
import rubicon.ui.source.SourceTroubles;

/// Where things stand within seconds: the horizons, how fast they grow, what fires, what is new.
@Route("")
@PageTitle("Rubicon")
public final class OverviewView extends Div {
    private static final String P50 = "metr-horizon-p50";
    private static final String P80 = "metr-horizon-p80";

    private final IndicatorFeed indicators;
    private final InstantSource clock;
    private final HorizonTile p50 = new HorizonTile(P50, "Time horizon, 50 % success");
    private final HorizonTile p80 = new HorizonTile(P80, "Time horizon, 80 % success");
    private final DoublingTile doubling = new DoublingTile(P50);
    private final FiringTile firing = new FiringTile();
    private final FrontierFigure chart = new FrontierFigure("chart-medium");
    private final ChartTable table = new ChartTable();
    private final NativeDetails twin = new NativeDetails("The same as a table", table);
    private final Panel chartPanel =
            new Panel("Time horizon of AI agents, 50 % success", chart, twin)
                    .withActions(Parts.link(IndicatorNavigation.indicator(P50), "Open indicator"));
    private final NewsPanel news;
    private final OpenAlertsPanel crossed;
    private final Page page =
            new Page(
                    "Where AI stands in doing AI R&D",
                    "Measured horizons, how fast they grow, and what crossed a line.");
    private final Refresh<OverviewData> refresh;
    private @Nullable IndicatorStatePayload state;
    private @Nullable IndicatorPayload indicator;
    private List<LedgerRowPayload> rows = List.of();
    private List<RulePayload> rules = List.of();
    private List<IndicatorPayload> catalogue = List.of();
    private Optional<List<AlertPayload>> open = Optional.empty();

    OverviewView(
            IngestClient ingest, IndicatorFeed indicators, AlertFeed alerts, InstantSource clock) {
        this.indicators = indicators;
        this.clock = clock;
        this.news = new NewsPanel(clock);
        this.crossed = new OpenAlertsPanel(clock);
        this.refresh =
                new Refresh<>(
                        this,
                        () -> OverviewData.load(ingest, List.of(P50, P80)),
                        OverviewData::mayComeLater,
                        this::loaded);
        twin.addClassName("chart-twin");
        twin.setTestId("chart-twin");
        twin.addToggleListener(toggled -> showChart());
        Div tiles = new Div(p50, p80, doubling, firing);
        tiles.addClassName("tiles");
        Div columns = new Div(new Div(chartPanel, crossed), news);
        columns.addClassName("columns");
        page.told(new SourceTroubles(ingest)).add(tiles, columns);
        add(page);
        follow(alerts);
    }

    private void follow(AlertFeed alerts) {
        Signal<Optional<IndicatorStatePayload>> fifty = indicators.state(P50);
        Signal<Optional<IndicatorStatePayload>> eighty = indicators.state(P80);
        Signal.effect(this, () -> fifty.get().ifPresent(this::arrived));
        Signal.effect(p80, () -> eighty.get().ifPresent(p80::show));
        Signal.effect(firing, () -> showAlerts(alerts.alerts(), alerts.status()));
        Signal.effect(
                news,
                () -> {
                    indicators.states();
                    getUI().ifPresent(refresh::ask);
                });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
        attach.getUI()
                .getPage()
                .executeJs("return window.rubicon.lastVisit()")
                .then(String.class, this::lastVisit);
    }

    private void loaded(OverviewData data) {
        data.indicator(P50).ifPresent(found -> indicator = found);
        List<RulePayload> known = data.rules().orElse(rules);
        List<IndicatorPayload> entries = data.catalogue().orElse(catalogue);
        if (!known.equals(rules) || !entries.equals(catalogue)) {
            rules = known;
            catalogue = entries;
            open.ifPresent(this::showCrossed);
        }
        data.failure()
                .ifPresentOrElse(
                        said -> page.notices(List.of(Notice.retrying(said))),
                        () -> page.notices(List.of()));
        if (data.failure().isPresent()) {
            news.showFailure();
        } else {
            rows = data.rows(P50);
            news.showChanges(data.changes(), data.titles(), data.names(indicators.peekStates()));
        }
        showChart();
    }

    private void arrived(IndicatorStatePayload next) {
        state = next;
        p50.show(next);
        doubling.show(next);
        showChart();
    }

    private void showAlerts(List<AlertPayload> alerts, FeedStatus status) {
        if (status != FeedStatus.CONNECTING) {
            firing.show(alerts);
            open = Optional.of(alerts);
            showCrossed(alerts);
            news.showAlerts(alerts);
        }
    }

    private void showCrossed(List<AlertPayload> alerts) {
        crossed.show(alerts, rules, new AlertNames(catalogue, indicators.peekStates()));
    }

    private void showChart() {
        if (state != null) {
            ChartModel model =
                    ChartModel.of(indicator, state, rows, rules, ChartModel.Choice.DEFAULT);
            chart.show(model, "No result is known yet.");
            if (twin.isOpen()) {
                table.show(model, "No result is known yet.");
            }
        }
    }

    private void lastVisit(@Nullable String iso) {
        if (iso == null || iso.isEmpty()) {
            return;
        }
        try {
            news.showLastVisit(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            news.showLastVisit(clock.instant());
        }
    }
}
