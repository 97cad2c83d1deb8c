package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.RecordLedgerPayload.LedgerPartPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordStepPayload;
import rubicon.model.wire.RecordLedgerPayload.StepsPayload;
import rubicon.ui.chart.EChart;
import rubicon.ui.chart.GainChart;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.DataTable.Column;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SelectBox;

/// Who improves a ledger of records, and how deep the steps go. There only where the indicator is
/// such a ledger and has steps.
final class RecordLedgerSection extends Composite<Panel> {
    private static final String LEDGER = "RECORD_LEDGER";
    private static final String YEAR_BEFORE = "";
    private static final int LISTED = 100;

    private final String id;
    private final IngestClient ingest;
    private final Consumer<IndicatorViewState> changed;
    private final Asking<RecordLedgerPayload> asking = new Asking<>(this, this::answered);
    private final SelectBox since =
            new SelectBox("Since when the ledger is read once more", this::chosen)
                    .withTestId("ledger-since");
    private final EChart chart = new EChart();
    private IndicatorViewState state = IndicatorViewState.DEFAULT;

    RecordLedgerSection(String id, IngestClient ingest, Consumer<IndicatorViewState> changed) {
        this.id = id;
        this.ingest = ingest;
        this.changed = changed;
        chart.addClassName("chart-large");
        chart.setTestId("ledger-chart");
        getContent().setTestId("ledger-section");
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        return new Panel("Who improves the record");
    }

    private record Question(
            Optional<Instant> asOf,
            SeriesReading reading,
            Optional<LocalDate> since,
            long version) {}

    /// @param version of the state that is shown
    void show(IndicatorPayload indicator, IndicatorViewState now, long version) {
        state = now;
        if (!LEDGER.equals(indicator.kind())) {
            asking.forget();
            getContent().setVisible(false);
            return;
        }
        Optional<Instant> at = Optional.ofNullable(now.asOf());
        Optional<LocalDate> from = Optional.ofNullable(now.since());
        asking.ask(
                new Question(at, now.reading(), from, version),
                () -> ingest.recordLedger(id, now.reading(), at, from));
    }

    private void answered(Answer<RecordLedgerPayload> answer) {
        if (answer instanceof Answer.Ok<RecordLedgerPayload>(RecordLedgerPayload found)) {
            LedgerPartPayload all = found.all();
            if (all != null && !found.steps().isEmpty()) {
                getContent().setVisible(true);
                draw(found, all);
                return;
            }
        }
        getContent().setVisible(false);
    }

    private void draw(RecordLedgerPayload now, LedgerPartPayload all) {
        Paragraph headline = new Paragraph(RecordLedgerWords.headline(all));
        headline.setTestId("ledger-headline");
        chart.show(GainChart.option(now.steps()), GainChart.summary(now.steps()));
        since.show(days(now), state.since() == null ? YEAR_BEFORE : state.since().toString());
        Paragraph laws = new Paragraph(RecordLedgerWords.laws(now));
        laws.addClassName("table-note");
        laws.setTestId("ledger-laws");
        Div content = new Div(headline, chart, since, parts(now, all), laws, steps(now));
        content.addClassName("horizon");
        getContent().show(content);
    }

    /// The last twelve months, and the beginnings of years; also the day that the address names.
    private Map<String, String> days(RecordLedgerPayload now) {
        Map<String, String> days = new LinkedHashMap<>();
        days.put(YEAR_BEFORE, "The last 12 months beside all");
        int first = now.steps().getFirst().date().getYear();
        for (int year = now.today().getYear(); year > first; year--) {
            days.put(LocalDate.of(year, 1, 1).toString(), "From " + year + " beside all");
        }
        LocalDate named = state.since();
        if (named != null) {
            days.putIfAbsent(named.toString(), "From %s beside all".formatted(Formats.date(named)));
        }
        return days;
    }

    private void chosen(String day) {
        changed.accept(state.withSince(day.isEmpty() ? null : LocalDate.parse(day)));
    }

    private static DataTable parts(RecordLedgerPayload now, LedgerPartPayload all) {
        LedgerPartPayload later = now.since();
        String from =
                later == null || later.from() == null
                        ? "Later"
                        : "Since " + Formats.date(later.from());
        DataTable table =
                new DataTable(
                        "Parts of the ledger",
                        Column.text("Part"),
                        Column.number("Steps"),
                        Column.number("Share of the gain"),
                        Column.number(from + ": steps"),
                        Column.number(from + ": share of the gain"),
                        Column.number(from + ": expected in a year"));
        table.setTestId("ledger-parts");
        List<StepsPayload> actors = all.actors().stream().filter(it -> it.count() > 0).toList();
        for (List<StepsPayload> group : List.of(actors, all.depths())) {
            for (StepsPayload it : group) {
                row(table, it, Optional.ofNullable(later), now.reasons());
            }
        }
        return table;
    }

    private static void row(
            DataTable table,
            StepsPayload it,
            Optional<LedgerPartPayload> later,
            Map<String, String> reasons) {
        Optional<StepsPayload> then =
                later.flatMap(part ->
                        List.of(part.actors(), part.depths()).stream()
                                .flatMap(List::stream)
                                .filter(other -> other.name().equals(it.name()))
                                .findFirst());
        table.row(
                new Span(RecordLedgerWords.name(it.name())),
                count(it),
                gain(it),
                then.map(RecordLedgerSection::count)
                        .orElseGet(() ->
                                Parts.stacked(
                                        Formats.UNKNOWN, reasons.getOrDefault("since", "no step"))),
                then.map(RecordLedgerSection::gain)
                        .orElseGet(() -> Parts.stacked(Formats.UNKNOWN, "")),
                then.map(RecordLedgerSection::ahead)
                        .orElseGet(() -> Parts.stacked(Formats.UNKNOWN, "")));
    }

    private static Div ahead(StepsPayload it) {
        return Parts.stacked(
                RecordLedgerWords.expected(it.ahead()), RecordLedgerWords.range(it.ahead()));
    }

    private static Div count(StepsPayload it) {
        return Parts.stacked(
                Formats.count(it.count()),
                RecordLedgerWords.share(it.countShare())
                        + ", "
                        + RecordLedgerWords.interval(it.countShare()));
    }

    private static Div gain(StepsPayload it) {
        return Parts.stacked(
                RecordLedgerWords.share(it.gainShare()),
                RecordLedgerWords.interval(it.gainShare()));
    }

    private static NativeDetails steps(RecordLedgerPayload now) {
        DataTable table =
                new DataTable(
                        "Steps, the newest first",
                        Column.text("Date"),
                        Column.text("By"),
                        Column.number("Before"),
                        Column.number("After"),
                        Column.number("Better by"),
                        Column.text("Depth"));
        table.setTestId("ledger-steps");
        List<RecordStepPayload> newest = now.steps().reversed();
        for (RecordStepPayload it : newest.subList(0, Math.min(LISTED, newest.size()))) {
            table.row(
                    Formats.date(it.date()),
                    it.subject().isEmpty() ? GainChart.actor(it.actor()) : it.subject(),
                    Formats.exact(it.before(), now.unit())
                            + (it.baseline() ? " (timed again)" : ""),
                    Formats.exact(it.value(), now.unit()),
                    GainChart.percent(it.logGain()),
                    Formats.words(it.depth()));
        }
        NativeDetails details = new NativeDetails("Step by step");
        details.addClassName("provenance");
        details.setContent(table);
        return details;
    }
}
