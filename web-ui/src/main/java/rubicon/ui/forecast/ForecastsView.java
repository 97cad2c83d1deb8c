package rubicon.ui.forecast;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import rubicon.model.wire.ForecastEntryPayload;
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
        page.add(numbers, groups);
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

    private void showNumbers(List<ForecastEntryPayload> all, LocalDate today) {
        overdue.show(count(ForecastGroup.OVERDUE, all, today), null, "their last day is over");
        soon.show(count(ForecastGroup.DUE_SOON, all, today), null, "their last day is near");
        open.show(count(ForecastGroup.OPEN, all, today), null, "or without a day");
        resolved.show(count(ForecastGroup.RESOLVED, all, today), null, score(all));
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

    private static String count(
            ForecastGroup group, List<ForecastEntryPayload> all, LocalDate today) {
        return Formats.count(group.of(all, today).size());
    }
}
