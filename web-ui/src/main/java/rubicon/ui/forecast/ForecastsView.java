package rubicon.ui.forecast;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.chronicle.ForecastStatus;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Numbers;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Refresh;

/// What people expect, beside what came of it. Forecasts are read when the page is opened; what the
/// indicators show is live.
@Route("forecasts")
@PageTitle("Forecasts · Rubicon")
public final class ForecastsView extends Div {
    private final IndicatorFeed feed;
    private final InstantSource clock;
    private final Page page =
            new Page(
                    "Forecasts by people",
                    "Who expected what, when they said so, and what became of it. What Rubicon computes"
                            + " itself stands on each indicator's page.");
    private final Numbers numbers = new Numbers();
    private final Numbers.Figure overdue =
            numbers.figure("Due, not resolved").withTestId("overdue");
    private final Numbers.Figure soon = numbers.figure("Due soon").withTestId("due-soon");
    private final Numbers.Figure open = numbers.figure("Open").withTestId("open");
    private final Numbers.Figure resolved = numbers.figure("Resolved").withTestId("resolved");
    private final Div groups = new Div();
    private final Refresh<ForecastsData> refresh;

    ForecastsView(IngestClient ingest, IndicatorFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> ForecastsData.load(ingest),
                        ForecastsData::mayComeLater,
                        this::loaded);
        page.setTestId("forecasts-page");
        Panel waiting = new Panel("Forecasts");
        waiting.showEmpty("Loading the forecasts …");
        groups.add(waiting);
        page.add(numbers, groups, new TrackRecordPanel(ingest));
        add(page);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(ForecastsData data) {
        page.notices(data.failure().map(Notice::retrying).map(List::of).orElse(List.of()));
        if (data.forecasts() instanceof Answer.Ok<List<ForecastEntryPayload>>(var all)) {
            LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
            showNumbers(all, today);
            groups.removeAll();
            for (ForecastGroup group : ForecastGroup.values()) {
                showGroup(group, group.of(all, today), data, today);
            }
            if (all.isEmpty()) {
                Panel none = new Panel("Forecasts");
                none.showEmpty("None is told yet.");
                groups.add(none);
            }
        }
    }

    private void showGroup(
            ForecastGroup group,
            List<ForecastEntryPayload> of,
            ForecastsData data,
            LocalDate today) {
        if (of.isEmpty()) {
            return;
        }
        ForecastTable table = new ForecastTable(group.title(), data, feed, today);
        of.forEach(table::row);
        Panel panel = new Panel(group.title(), table).withCount(of.size());
        panel.addClassName("forecast-group");
        panel.setTestId("forecasts-" + group.key());
        groups.add(panel);
    }

    /// Goals count, too, and are told apart: their days come like those of forecasts.
    private void showNumbers(List<ForecastEntryPayload> all, LocalDate today) {
        show(overdue, all, today, "their last day is over", ForecastStatus.OVERDUE);
        show(soon, all, today, "their last day is near", ForecastStatus.DUE_SOON);
        show(open, all, today, "or without a day", ForecastStatus.OPEN);
        show(
                resolved,
                all,
                today,
                score(all),
                ForecastStatus.HAPPENED,
                ForecastStatus.DID_NOT_HAPPEN,
                ForecastStatus.VOID);
    }

    private static void show(
            Numbers.Figure figure,
            List<ForecastEntryPayload> all,
            LocalDate today,
            String rests,
            ForecastStatus... which) {
        Set<ForecastStatus> statuses = Set.of(which);
        List<ForecastEntryPayload> those =
                all.stream().filter(it -> statuses.contains(ForecastStatus.of(it, today))).toList();
        long goals = those.stream().filter(it -> Boolean.TRUE.equals(it.goal())).count();
        String apart =
                goals == 0
                        ? ""
                        : "; %d of them %s".formatted(goals, goals == 1 ? "a goal" : "goals");
        figure.show(Formats.count(those.size()), null, rests + apart);
    }

    private static String score(List<ForecastEntryPayload> all) {
        return Brier.of(all)
                .map(brier ->
                        "Brier score %s over %s of them (0 is perfect, always one half 0.25)"
                                .formatted(
                                        String.format(
                                                java.util.Locale.ENGLISH, "%.3f", brier.score()),
                                        Formats.count(brier.count())))
                .orElse("no probability among them to score");
    }
}
