package rubicon.ui.forecast;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.ChanceScoresPayload;
import rubicon.model.wire.TrackRecordPayload.CrossingScoresPayload;
import rubicon.model.wire.TrackRecordPayload.NextValuesPayload;
import rubicon.model.wire.TrackRecordPayload.RankedScoresPayload;
import rubicon.model.wire.TrackRecordPayload.ShapeScoresPayload;
import rubicon.model.wire.TrackRecordPayload.StepScoresPayload;
import rubicon.model.wire.TrackRecordPayload.TrackRecordsPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.DataTable.Column;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// How good Rubicon's own forecasts were, indicator by indicator.
final class TrackRecordPanel extends Composite<Panel> {
    private final Refresh<Answer<TrackRecordsPayload>> refresh;

    TrackRecordPanel(IngestClient ingest) {
        this.refresh =
                new Refresh<>(this, ingest::trackRecords, Answer::mayComeLater, this::loaded);
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        Panel panel = new Panel("How good Rubicon's own forecasts were");
        panel.setTestId("own-track-record");
        return panel;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(Answer<TrackRecordsPayload> answer) {
        if (!(answer instanceof Answer.Ok<TrackRecordsPayload>(TrackRecordsPayload told))
                || told.items().isEmpty()) {
            return;
        }
        DataTable table =
                new DataTable(
                        "Scores of own forecasts",
                        Column.text("Indicator"),
                        Column.text("Next records, as was known then"),
                        Column.text("Next records, in hindsight"),
                        Column.text("Crossings, replayed"),
                        Column.text("Crossings, made here"),
                        Column.text("Shapes, kept here"),
                        Column.text("Chances of an event"),
                        Column.text("Steps of a year"));
        for (TrackRecordPayload it : told.items()) {
            Component name =
                    Parts.link(
                            Addresses.of("indicators/" + it.indicator(), Map.of()), it.indicator());
            table.row(
                    name,
                    new Text(values(it.nextValues())),
                    new Text(values(it.hindsight())),
                    new Text(crossings(it.replayed())),
                    new Text(crossings(it.made())),
                    new Text(shapes(it.shapes())),
                    new Text(chances(it.chances())),
                    new Text(steps(it.steps())));
        }
        Paragraph ranked = new Paragraph(ranked(told.ranked()));
        ranked.setTestId("ranked-scores");
        ranked.setVisible(!told.ranked().isEmpty());
        getContent()
                .show(
                        new Paragraph(
                                "Each forecast of a next record promises 80 %. CRPS is the distance to what came, on the scale of the fit: logarithms, log odds or the value itself. What loses to a naive forecast is marked. However many forecasts wait for one crossing, it counts once."),
                        table,
                        ranked);
        getContent().withCount(told.items().size());
        getContent().setVisible(true);
    }

    /// What shapes expected, as it was kept here.
    static String shapes(List<ShapeScoresPayload> all) {
        if (all.isEmpty()) {
            return Formats.UNKNOWN;
        }
        String scored =
                all.stream()
                        .filter(it -> it.next() != null)
                        .map(it -> "%s: %s".formatted(Formats.words(it.shape()), values(it.next())))
                        .collect(Collectors.joining("; "));
        return scored.isEmpty()
                ? "%d kept, no record since"
                        .formatted(all.stream().mapToInt(ShapeScoresPayload::made).sum())
                : scored;
    }

    /// What a series gave to an event that a person had judged.
    static String chances(@Nullable ChanceScoresPayload it) {
        if (it == null) {
            return Formats.UNKNOWN;
        }
        return it.brier() == null || it.judgedBrier() == null
                ? "%d made, open until %s".formatted(it.made(), Formats.date(it.due()))
                : String.format(
                        Locale.ENGLISH,
                        "%d made of one event, Brier %.2f; the judgement %.2f",
                        it.made(),
                        it.brier(),
                        it.judgedBrier());
    }

    /// How many steps a ledger of records was expected to bring, by the rate of all time.
    static String steps(List<StepScoresPayload> all) {
        if (all.isEmpty()) {
            return Formats.UNKNOWN;
        }
        String scored =
                all.stream()
                        .filter(it -> it.rate().equals("WHOLE") && it.covered() != null)
                        .map(it ->
                                "%s: %d of %s inside 95 %%"
                                        .formatted(
                                                part(it.part()),
                                                Math.round(
                                                        Objects.requireNonNull(it.covered())
                                                                * it.settled()),
                                                Formats.counted(it.settled(), "year", "years")))
                        .collect(Collectors.joining("; "));
        return scored.isEmpty()
                ? "kept since %s, no year over".formatted(Formats.date(all.getFirst().since()))
                : scored;
    }

    private static String part(String name) {
        return switch (name) {
            case "HUMAN" -> "people";
            case "AI" -> "AI";
            case "CENTAUR" -> "people with AI";
            default -> Formats.words(name);
        };
    }

    /// The ranked scores of curves through several last days.
    static String ranked(List<RankedScoresPayload> all) {
        return all.stream()
                .map(it ->
                        it.rps() == null || it.judgedRps() == null
                                ? "What moves the judgement of %s is not settled yet."
                                        .formatted(it.who())
                                : String.format(
                                        Locale.ENGLISH,
                                        "What moves the judgement of %s: ranked score %.3f over %s, the judgement's %.3f (0 is perfect).",
                                        it.who(),
                                        it.rps(),
                                        Formats.counted(it.dates(), "last day", "last days"),
                                        it.judgedRps()))
                .collect(Collectors.joining(" "));
    }

    static String values(@Nullable NextValuesPayload it) {
        if (it == null) {
            return Formats.UNKNOWN;
        }
        return "%d of %d inside, CRPS %s%s"
                .formatted(
                        Math.round(it.coverage() * it.forecasts()),
                        it.forecasts(),
                        String.format(Locale.ENGLISH, "%.2f", it.meanCrps()),
                        it.losesToNaive() ? "; loses to naive" : "");
    }

    static String crossings(@Nullable CrossingScoresPayload it) {
        if (it == null) {
            return Formats.UNKNOWN;
        }
        String resolved =
                it.covered() == null
                        ? ""
                        : String.format(
                                Locale.ENGLISH,
                                " (%s), %.0f %% inside",
                                Formats.counted(it.lines(), "line", "lines"),
                                100 * it.covered());
        String brier =
                it.brier() == null
                        ? ""
                        : String.format(
                                Locale.ENGLISH,
                                "; Brier %.2f over %s",
                                it.brier(),
                                Formats.counted(it.dates(), "end of a year", "ends of years"));
        return "%d made, %d resolved%s%s".formatted(it.made(), it.resolved(), resolved, brier);
    }
}
