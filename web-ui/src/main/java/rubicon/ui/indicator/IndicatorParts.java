package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.ChartTable;
import rubicon.ui.chart.FrontierFigure;
import rubicon.ui.chart.LineNotes;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.SubjectNames;

/// The parts of an indicator's page, each shown by itself so that a change touches only what
/// changed.
final class IndicatorParts extends Composite<Page> {
    private final IndicatorNumbers numbers;
    private final IndicatorControls controls;
    private final FrontierFigure chart = new FrontierFigure("chart-large");
    private final LineNotes lineNotes = new LineNotes();
    private final ChartTable table = new ChartTable();
    private final ReleasesTable releases;
    private boolean values = true;
    private final Ahead ahead;
    private final Meanwhile meanwhile;
    private final HorizonSection horizon;
    private final RecordLedgerSection records;
    private final JumpsSection jumps;
    private final ShapesSection shapes;
    private final AboutIndicator about;

    IndicatorParts(
            String id,
            Consumer<IndicatorViewState> changed,
            IngestClient ingest,
            InstantSource clock) {
        numbers = new IndicatorNumbers(id);
        controls = new IndicatorControls(changed, clock);
        releases = new ReleasesTable(ingest, clock);
        ahead = new Ahead(ingest, id, changed);
        meanwhile = new Meanwhile(id);
        horizon = new HorizonSection(id, ingest, clock);
        records = new RecordLedgerSection(id, ingest, changed);
        jumps = new JumpsSection(id, ingest);
        shapes = new ShapesSection(id, ingest);
        about = new AboutIndicator(ingest);
        Panel main = new Panel("Frontier", controls, chart, table, lineNotes, releases);
        main.addClassName("indicator-main");
        page().under(Page.trail(IndicatorNavigation.LIST, "Indicators"));
        page().add(numbers, main, ahead, shapes, records, jumps, meanwhile, horizon, about);
        page().setTestId("indicator-page");
    }

    Page page() {
        return getContent();
    }

    @Override
    protected Page initContent() {
        return new Page("", "");
    }

    void showControls(IndicatorViewState state, YScale catalogue, @Nullable Instant answeredFor) {
        controls.show(state, catalogue, answeredFor);
        chart.setVisible(state.tab() == IndicatorTab.CHART);
        table.setVisible(state.tab() == IndicatorTab.TABLE);
        releases.setVisible(state.tab() == IndicatorTab.SOURCES);
        values = state.tab() != IndicatorTab.SOURCES;
        lineNotes.setVisible(values && lineNotes.hasAny());
        ahead.want(values);
        meanwhile.want(values);
    }

    void showNumbers(
            IndicatorStatePayload state,
            List<RulePayload> rules,
            List<AlertPayload> alerts,
            SubjectNames names,
            Instant now) {
        numbers.show(state, rules, alerts, names, now);
        ahead.show(state);
    }

    /// Shows the results, as the tab that is open tells them.
    ///
    /// @param nothing said when there is none
    void showResults(ChartModel model, String nothing) {
        controls.offerIntervals(model.hasIntervals());
        if (chart.isVisible()) {
            chart.show(model, nothing);
        }
        if (table.isVisible()) {
            table.show(model, nothing);
        }
    }

    /// Shows where the catalogue's lines come from.
    ///
    /// @param indicator null while the catalogue entry is not here yet
    /// @param model null where there are no values yet
    void showLines(@Nullable IndicatorPayload indicator, @Nullable ChartModel model) {
        lineNotes.show(indicator, model);
        lineNotes.setVisible(values && lineNotes.hasAny());
    }

    /// Shows what is told beside the values, and offers what is not shown.
    ///
    /// @param all how much there is of each layer
    /// @param shown of it, as it was chosen
    void showTold(
            Map<Layer, Integer> all,
            Told shown,
            ChartModel model,
            IndicatorStatePayload state,
            SubjectNames names,
            LocalDate today) {
        controls.offerLayers(all);
        meanwhile.show(shown, model, state, names, today);
    }

    /// Shows the time horizons from runs, where the entry names a suite.
    ///
    /// @param version of the indicator's state; 0 while none is known
    void showHorizon(IndicatorPayload indicator, IndicatorViewState state, long version) {
        horizon.show(indicator, state, version);
    }

    /// Shows what the ledger says beyond the state: the shape of the course, who improves a record,
    /// jumps and rests.
    ///
    /// @param version of the state that is shown: with another one they are asked for again
    void showAnalysis(IndicatorPayload indicator, IndicatorViewState state, long version) {
        ahead.ask(Objects.requireNonNullElse(indicator.unit(), ""), state, version);
        shapes.show(state, version);
        records.show(indicator, state, version);
        jumps.show(state, version);
    }

    void showReleases(List<LedgerRowPayload> rows, SubjectNames names) {
        releases.show(rows, names);
    }

    /// Shows what the catalogue says of it.
    ///
    /// @param asOf the moment of the past that the page shows; empty for now
    void showAbout(IndicatorPayload indicator, DataState data, Optional<Instant> asOf) {
        about.show(indicator, data, asOf);
    }
}
