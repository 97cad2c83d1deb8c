package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
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
    private final Meanwhile meanwhile;
    private final Panel facts = new Panel("About this indicator");

    private final IngestClient ingest;

    IndicatorParts(
            String id,
            Consumer<IndicatorViewState> changed,
            IngestClient ingest,
            InstantSource clock) {
        this.ingest = ingest;
        numbers = new IndicatorNumbers(id);
        controls = new IndicatorControls(changed, clock);
        releases = new ReleasesTable(clock);
        meanwhile = new Meanwhile(id);
        Panel main = new Panel("Frontier", controls, chart, table, lineNotes, releases);
        main.addClassName("indicator-main");
        page().under(Page.trail(IndicatorNavigation.LIST, "Indicators"));
        page().add(numbers, main, meanwhile, facts);
        facts.showEmpty("Loading …");
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
        meanwhile.want(state.tab() != IndicatorTab.SOURCES);
    }

    void showNumbers(
            IndicatorStatePayload state,
            List<RulePayload> rules,
            List<AlertPayload> alerts,
            SubjectNames names,
            Instant now) {
        numbers.show(state, rules, alerts, names, now);
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
    /// @param all of the indicator
    /// @param shown of it, as it was chosen
    void showTold(
            Told all, Told shown, ChartModel model, IndicatorStatePayload state, LocalDate today) {
        controls.offerLayers(all.counts());
        meanwhile.show(shown, model, state, today);
    }

    void showReleases(List<LedgerRowPayload> rows, SubjectNames names) {
        releases.show(rows, names);
    }

    void showFacts(@Nullable IndicatorPayload indicator) {
        if (indicator == null) {
            return;
        }
        Facts list =
                new Facts()
                        .with("Id", Parts.code(indicator.id()))
                        .with("Kind", Formats.words(indicator.kind()))
                        .with("Unit", orUnknown(indicator.unit()))
                        .with("More ability or automation means", direction(indicator.direction()))
                        .with("A date is", Formats.words(indicator.date()) + " date")
                        .with("Level of abstraction", Formats.words(indicator.view()))
                        .with("Feed", feed(indicator))
                        .with("Sources", joined(indicator.sources()))
                        .with("Measured by", Formats.words(indicator.evaluator()))
                        .with("Noise ceiling", ceiling(indicator))
                        .with("Human baseline", human(indicator))
                        .with("Trend window", window(indicator))
                        .with("Licence", licence(indicator))
                        .with("Export", new ExportNote(ingest, indicator))
                        .with("Citation", orUnknown(indicator.citation()));
        if (indicator.variants() != null && !indicator.variants().isEmpty()) {
            Div links = new Div();
            links.addClassName("ways");
            indicator
                    .variants()
                    .forEach(id -> links.add(Parts.link(IndicatorNavigation.indicator(id), id)));
            list.with("Variants, never joined", links);
        }
        facts.show(list);
    }

    private static String direction(@Nullable String direction) {
        return switch (direction == null ? "" : direction) {
            case "HIGHER" -> "a higher value";
            case "LOWER" -> "a lower value";
            default -> "neither";
        };
    }

    private static String feed(IndicatorPayload indicator) {
        String stale =
                indicator.staleAfter() == null
                        ? ""
                        : ", stale after " + indicator.staleAfter().replaceAll("P(\\d+)D", "$1 d");
        return Formats.words(indicator.feed()) + stale;
    }

    private static String ceiling(IndicatorPayload indicator) {
        var ceiling = indicator.noiseCeiling();
        return ceiling == null || ceiling.value() == null
                ? "none known"
                : Formats.value(ceiling.value(), orEmpty(indicator.unit()))
                        + also(ceiling.reason())
                        + source(ceiling.source());
    }

    private static String human(IndicatorPayload indicator) {
        var human = indicator.humanBaseline();
        if (human == null || human.value() == null) {
            return human == null || human.none() == null ? "none held" : "none: " + human.none();
        }
        return Formats.value(human.value(), orEmpty(indicator.unit()))
                + also(human.who())
                + also("not stated".equals(human.effort()) ? null : human.effort())
                + source(human.source());
    }

    private static String also(@Nullable String text) {
        return text == null || text.isBlank() ? "" : ", " + text;
    }

    private static String source(@Nullable String text) {
        return text == null || text.isBlank() ? "" : ". Source: " + text;
    }

    private static String window(IndicatorPayload indicator) {
        var window = indicator.trend();
        if (window == null) {
            return "none fitted";
        }
        String from = window.from() == null ? "all dates" : "from " + Formats.date(window.from());
        String to =
                window.maxValue() == null
                        ? ""
                        : ", values up to "
                                + Formats.value(window.maxValue(), orEmpty(indicator.unit()));
        return from + to;
    }

    private static String licence(IndicatorPayload indicator) {
        var licence = indicator.licence();
        return licence == null ? Formats.UNKNOWN : orUnknown(licence.id());
    }

    private static String joined(@Nullable List<String> words) {
        return words == null || words.isEmpty() ? Formats.UNKNOWN : String.join(", ", words);
    }

    private static String orUnknown(@Nullable String text) {
        return text == null || text.isBlank() ? Formats.UNKNOWN : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
