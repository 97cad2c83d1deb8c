package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.JumpsPayload.GenerationPayload;
import rubicon.model.wire.JumpsPayload.JumpSeriesPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.DataTable.Column;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;

/// Jumps and rests of an indicator from one generation of models to the next, and where its series
/// of records changes. There only where something can be said of either.
final class JumpsSection extends Composite<Panel> {
    private final String id;
    private final IngestClient ingest;
    private final Asking<JumpsPayload> asking = new Asking<>(this, this::answered);

    JumpsSection(String id, IngestClient ingest) {
        this.id = id;
        this.ingest = ingest;
        getContent().setTestId("jumps-section");
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        return new Panel("Jumps and rests");
    }

    private record Question(Optional<Instant> asOf, SeriesReading reading, long version) {}

    /// @param version of the state that is shown
    void show(IndicatorViewState now, long version) {
        Optional<Instant> at = Optional.ofNullable(now.asOf());
        asking.ask(
                new Question(at, now.reading(), version),
                () -> ingest.jumps(id, now.reading(), at));
    }

    private void answered(Answer<JumpsPayload> answer) {
        if (answer instanceof Answer.Ok<JumpsPayload>(JumpsPayload found)) {
            List<JumpSeriesPayload> told =
                    found.series().stream()
                            .filter(it -> !it.generations().isEmpty() || it.rate() != null)
                            .toList();
            if (!told.isEmpty()) {
                getContent().setVisible(true);
                draw(found, told);
                return;
            }
        }
        getContent().setVisible(false);
    }

    private void draw(JumpsPayload now, List<JumpSeriesPayload> series) {
        Div all = new Div();
        all.addClassName("horizon");
        for (JumpSeriesPayload it : series) {
            if (now.series().size() > 1) {
                all.add(new H3(JumpWords.start(it.start())));
            }
            all.add(content(now, it).toArray(Component[]::new));
        }
        Paragraph note = new Paragraph(JumpWords.note(now));
        note.addClassName("table-note");
        all.add(note);
        getContent().show(all);
    }

    private static List<Component> content(JumpsPayload now, JumpSeriesPayload it) {
        List<Component> content = new ArrayList<>();
        Paragraph changes = new Paragraph(JumpWords.changes(it));
        changes.setTestId("jumps-changes");
        content.add(changes);
        if (it.generations().isEmpty()) {
            Paragraph none =
                    new Paragraph(
                            "No generations: %s."
                                    .formatted(
                                            it.reasons().getOrDefault("generations", "not known")));
            none.addClassName("table-note");
            content.add(none);
            return content;
        }
        DataTable table =
                new DataTable(
                        "Generations",
                        Column.text("Generation"),
                        Column.text("Released"),
                        Column.number("Jump"),
                        Column.number("Until nine tenths of it"),
                        Column.number("Then at rest"));
        table.setTestId("jumps-table");
        it.generations().reversed().forEach(generation -> row(table, now, generation));
        content.add(table);
        return content;
    }

    private static void row(DataTable table, JumpsPayload now, GenerationPayload it) {
        table.row(
                Parts.stacked(it.name(), it.ended() ? "" : "so far"),
                new Span(Formats.date(it.released())),
                new Span(JumpWords.jump(now, it)),
                new Span(
                        it.jump() == 0
                                ? Formats.UNKNOWN
                                : Formats.days((double) it.toPlateauDays())),
                new Span(Formats.days((double) it.plateauDays())));
    }
}
