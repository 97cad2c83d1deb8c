package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.model.wire.HorizonPayload.Bin;
import rubicon.model.wire.HorizonPayload.Estimate;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.chart.EChart;
import rubicon.ui.chart.HorizonChart;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;
import rubicon.ui.shell.SelectBox;

/// The time horizons that are fitted to eval runs: a table of agents, and the success of one of
/// them by the length of the tasks. It asks by itself, again when the indicator's state moved and
/// from time to time while it is live, and is there only where the catalogue's entry names a suite.
final class HorizonSection extends Composite<Panel> {
    private static final String UNIT = "min";

    /// Runs that make no value move no state, and so nothing tells of them.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final String id;
    private final InstantSource clock;
    private final DataTable agents =
            new DataTable(
                    "Agents of the suite",
                    DataTable.Column.text("Agent"),
                    DataTable.Column.text("Released"),
                    DataTable.Column.number("Runs"),
                    DataTable.Column.number("Tasks"),
                    DataTable.Column.number("Horizon at 50 %"),
                    DataTable.Column.number("Horizon at 80 %"));
    private final DataTable bins =
            new DataTable(
                    "Success by length of task",
                    DataTable.Column.text("A person needs"),
                    DataTable.Column.number("Success"),
                    DataTable.Column.number("Runs"),
                    DataTable.Column.number("Tasks"));
    private final Paragraph method = note("horizon-method");
    private final Paragraph trend = note("horizon-trend");
    private final Paragraph nothing = new Paragraph();
    private final SelectBox picker =
            new SelectBox("Agent whose runs are shown", this::chosen).withTestId("horizon-agent");
    private final PairedPart paired;
    private final EChart chart = new EChart();
    private final Div one = new Div();
    private IndicatorViewState state = IndicatorViewState.DEFAULT;
    private final Div stale = new Div();
    private final Refresh<Found> refresh;
    private @Nullable HorizonPayload shown;
    private @Nullable Instant shownAt;
    private boolean hasAsked;
    private long version;
    private volatile Optional<Instant> asked = Optional.empty();

    HorizonSection(String id, IngestClient ingest, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> {
                            Optional<Instant> of = asked;
                            return new Found(of, ingest.horizon(id, of));
                        },
                        found -> found.of().equals(asked) && found.answer().mayComeLater(),
                        this::answered);
        agents.setTestId("horizon-table");
        bins.setTestId("horizon-bins");
        chart.addClassName("chart-large");
        chart.setTestId("horizon-chart");
        nothing.addClassName("empty");
        nothing.setTestId("horizon-nothing");
        stale.setTestId("horizon-stale");
        NativeDetails numbers = new NativeDetails("In numbers");
        numbers.addClassName("provenance");
        numbers.setContent(bins);
        paired = new PairedPart(id, ingest, this::rivalChosen);
        one.add(picker, paired, chart, numbers);
        Div all = new Div(nothing, stale, method, trend, agents, one);
        all.addClassName("horizon");
        getContent().show(all);
        getContent().setTestId("horizon-section");
        getContent().setVisible(false);
        nothing("Fitting …");
    }

    @Override
    protected Panel initContent() {
        return new Panel("Time horizon from runs");
    }

    /// What was found of what was asked.
    private record Found(Optional<Instant> of, Answer<HorizonPayload> answer) {}

    /// Shows the horizons of an entry that names a suite.
    ///
    /// @param newest version of the indicator's state, which moves when runs made a value; 0 while
    ///   none is known
    void show(IndicatorPayload indicator, IndicatorViewState now, long newest) {
        boolean named = indicator.runs() != null;
        getContent().setVisible(named);
        state = now;
        if (!named) {
            return;
        }
        Optional<Instant> next = Optional.ofNullable(now.asOf());
        boolean other = !hasAsked || !next.equals(asked);
        boolean moved = next.isEmpty() && version > 0 && newest > version;
        version = Math.max(version, newest);
        if (other) {
            hasAsked = true;
            asked = next;
            shown = null;
            stale.removeAll();
            nothing("Fitting …");
        }
        if (other || moved) {
            refresh.ask(Background.pageOf(this));
        }
        draw();
    }

    private void answered(Found found) {
        if (!found.of().equals(asked)) {
            return; // the page has asked for another moment since
        }
        if (found.of().isEmpty()) {
            getUI().ifPresent(ui -> refresh.askLater(ui, LOOK_AGAIN));
        }
        stale.removeAll();
        switch (found.answer()) {
            case Answer.Ok<HorizonPayload>(HorizonPayload horizons) -> {
                boolean isNew = !horizons.equals(shown);
                shown = horizons;
                shownAt = clock.instant();
                if (isNew) {
                    draw();
                }
            }
            case Answer.Failed<HorizonPayload>(Failure failure) -> failed(failure.message());
        }
    }

    /// What was read before stays, and says when that was.
    private void failed(String message) {
        if (shown == null || shownAt == null) {
            nothing(message);
        } else {
            stale.add(Notice.readAt(message, shownAt));
        }
    }

    private void draw() {
        HorizonPayload now = shown;
        if (now == null) {
            return;
        }
        if (now.agents().isEmpty()) {
            nothing(
                    Formats.capital(now.reasons().getOrDefault("agents", "there is nothing to fit"))
                            + ".");
            return;
        }
        content(true);
        method.setText(HorizonWords.method(now));
        trend.setText(HorizonWords.trend(now));
        Agent chosen = HorizonWords.chosen(now, state.agent());
        agents.clear();
        now.agents().forEach(agent -> row(agent, agent.equals(chosen)));
        Map<String, String> names = new LinkedHashMap<>();
        now.agents().forEach(agent -> names.put(agent.agent(), agent.agent()));
        picker.show(names, chosen.agent());
        paired.show(now, chosen.agent(), state.rival(), asked);
        chart.show(HorizonChart.option(chosen), HorizonChart.summary(chosen));
        bins.clear();
        chosen.bins().forEach(this::row);
    }

    private void row(Agent agent, boolean isChosen) {
        var row =
                agents.row(
                        Parts.link(
                                IndicatorNavigation.indicator(id, state.withAgent(agent.agent())),
                                agent.agent()),
                        new Span(
                                agent.releasedOn() == null
                                        ? Formats.UNKNOWN
                                        : Formats.date(agent.releasedOn())),
                        new Span(Formats.count(agent.runs())),
                        new Span(Formats.count(agent.tasks())),
                        estimate(agent, agent.p50(), "p50"),
                        estimate(agent, agent.p80(), "p80"));
        if (isChosen) {
            row.getElement().setAttribute("aria-current", "true");
        }
    }

    private void row(Bin bin) {
        bins.row(
                HorizonChart.lengths(bin),
                HorizonChart.percent(bin.score()),
                Formats.count(bin.runs()),
                Formats.count(bin.tasks()));
    }

    private static Div estimate(Agent agent, @Nullable Estimate estimate, String field) {
        return estimate == null
                ? Parts.stacked(Formats.UNKNOWN, HorizonWords.reason(agent, field))
                : Parts.stacked(
                        Formats.value(estimate.estimate(), UNIT),
                        HorizonWords.interval(agent, estimate, field));
    }

    private void chosen(String agent) {
        getUI().ifPresent(ui -> IndicatorNavigation.push(ui, id, state.withAgent(agent)));
    }

    private void rivalChosen(String agent) {
        getUI().ifPresent(ui ->
                IndicatorNavigation.push(ui, id, state.withRival(agent.isEmpty() ? null : agent)));
    }

    private void nothing(String sentence) {
        content(false);
        nothing.setText(sentence);
    }

    private void content(boolean there) {
        nothing.setVisible(!there);
        List.of(method, trend, agents, one).forEach(part -> part.setVisible(there));
    }

    private static Paragraph note(String testId) {
        Paragraph note = new Paragraph();
        note.addClassName("table-note");
        note.setTestId(testId);
        return note;
    }
}
