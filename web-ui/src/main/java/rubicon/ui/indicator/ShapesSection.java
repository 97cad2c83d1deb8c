package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.ShapesPayload;
import rubicon.model.wire.ShapesPayload.ShapeForecastPayload;
import rubicon.model.wire.ShapesPayload.ShapePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.DataTable.Column;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;

/// Which shape the course has: a verdict in a sentence, and the shapes that were tried with their
/// scores on values that they did not know. There only where at least one could be fitted.
final class ShapesSection extends Composite<Panel> {
    private final String id;
    private final IngestClient ingest;
    private final Asking<ShapesPayload> asking = new Asking<>(this, this::answered);

    ShapesSection(String id, IngestClient ingest) {
        this.id = id;
        this.ingest = ingest;
        getContent().setTestId("shapes-section");
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        return new Panel("Shape of the course");
    }

    private record Question(Optional<Instant> asOf, SeriesReading reading, long version) {}

    /// @param version of the state that is shown
    void show(IndicatorViewState now, long version) {
        Optional<Instant> at = Optional.ofNullable(now.asOf());
        asking.ask(
                new Question(at, now.reading(), version),
                () -> ingest.shapes(id, now.reading(), at));
    }

    private void answered(Answer<ShapesPayload> answer) {
        boolean fitted =
                answer instanceof Answer.Ok<ShapesPayload>(ShapesPayload it)
                        && it.shapes().stream().anyMatch(shape -> !shape.parameters().isEmpty());
        getContent().setVisible(fitted);
        if (answer instanceof Answer.Ok<ShapesPayload>(ShapesPayload found) && fitted) {
            draw(found);
        }
    }

    private void draw(ShapesPayload now) {
        Paragraph verdict = new Paragraph(ShapeWords.verdict(now));
        verdict.setTestId("shape-verdict");
        Paragraph slope = new Paragraph(ShapeWords.slope(now));
        slope.addClassName("table-note");
        slope.setTestId("shape-slope");
        DataTable table =
                new DataTable(
                        "Shapes that were tried",
                        Column.text("Shape"),
                        Column.text("It says"),
                        Column.number("Score held out"),
                        Column.number("Worse than the best by"),
                        Column.number("Expected in a year"));
        table.setTestId("shape-table");
        now.shapes().forEach(it -> row(table, now, it));
        Paragraph note =
                new Paragraph(
                        ShapeWords.axis(now)
                                + "Scores are of forecasts of the next value, from each earlier date on: mean CRPS on logarithms, less is better. One step ahead says little of years ahead.");
        note.addClassName("table-note");
        Div all = new Div(verdict, table, slope, note);
        all.addClassName("horizon");
        getContent().show(all);
    }

    private static void row(DataTable table, ShapesPayload now, ShapePayload it) {
        Div name =
                Parts.stacked(
                        ShapeWords.name(it.shape()),
                        now.possible().contains(it.shape()) ? "possible" : "beaten");
        table.row(
                name,
                new Span(ShapeWords.parameters(it, now.unit())),
                it.score() == null
                        ? Parts.stacked(
                                Formats.UNKNOWN, it.reasons().getOrDefault("score", "not known"))
                        : new Span(ShapeWords.score(it.score())),
                ShapeWords.behind(it),
                forecast(it, now.unit()));
    }

    private static Div forecast(ShapePayload it, String unit) {
        List<ShapeForecastPayload> all = it.forecasts();
        if (all.size() < 2) {
            return Parts.stacked(
                    Formats.UNKNOWN,
                    it.reasons().getOrDefault("forecasts", "beyond what a number holds"));
        }
        ShapeForecastPayload year = all.get(1);
        return Parts.stacked(
                Formats.value(year.median(), unit),
                "%s: %s"
                        .formatted(
                                Formats.level(year.level()),
                                Formats.interval(year.low(), year.high(), unit)));
    }
}
