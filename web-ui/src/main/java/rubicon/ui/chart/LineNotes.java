package rubicon.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.shell.Formats;

/// Where the catalogue's lines come from: what people reach, the noise ceiling and the references,
/// each with its source. It stands with the chart and with its table alike.
public final class LineNotes extends Div {
    private List<Note> shown = List.of();

    /// A line in words.
    ///
    /// @param kind of the line, which is how it is drawn
    /// @param drawn whether the chart's height reaches it
    record Note(Line.Kind kind, String value, String what, String source, boolean drawn) {}

    public LineNotes() {
        addClassName("line-notes");
        setTestId("line-notes");
        setVisible(false);
    }

    /// Shows the lines of an indicator.
    ///
    /// @param indicator null while the catalogue entry is not here yet
    /// @param model null where there are no values yet
    public void show(@Nullable IndicatorPayload indicator, @Nullable ChartModel model) {
        List<Note> notes = notes(indicator, model);
        if (notes.equals(shown)) {
            return;
        }
        shown = notes;
        removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        list.getElement().setAttribute("aria-label", "Lines and where they come from");
        notes.forEach(note -> list.add(item(note)));
        add(list);
    }

    /// Whether there is anything to say.
    public boolean hasAny() {
        return !shown.isEmpty();
    }

    /// What there is to say of an indicator's lines.
    static List<Note> notes(@Nullable IndicatorPayload indicator, @Nullable ChartModel model) {
        List<Note> notes = new ArrayList<>();
        if (indicator == null) {
            return notes;
        }
        var human = indicator.humanBaseline();
        if (human != null && human.value() != null) {
            String effort = text(human.effort());
            String who = "Human baseline: " + text(human.who());
            notes.add(
                    note(
                            Line.Kind.BASELINE,
                            human.value(),
                            effort.isEmpty() || effort.equals("not stated")
                                    ? who
                                    : who + ", " + effort,
                            human.source(),
                            indicator.unit(),
                            model));
        }
        var ceiling = indicator.noiseCeiling();
        if (ceiling != null && ceiling.value() != null) {
            notes.add(
                    note(
                            Line.Kind.CEILING,
                            ceiling.value(),
                            "Noise ceiling: " + text(ceiling.reason()),
                            ceiling.source(),
                            indicator.unit(),
                            model));
        }
        if (indicator.lines() != null) {
            indicator.lines().stream()
                    .filter(line -> line.value() != null && line.source() != null)
                    .map(line ->
                            note(
                                    Line.Kind.REFERENCE,
                                    line.value() == null ? 0 : line.value(),
                                    text(line.label()),
                                    line.source(),
                                    indicator.unit(),
                                    model))
                    .forEach(notes::add);
        }
        return notes;
    }

    private static Note note(
            Line.Kind kind,
            double value,
            String what,
            @Nullable String source,
            @Nullable String unit,
            @Nullable ChartModel model) {
        String written = Formats.line(value, text(unit));
        return new Note(
                kind,
                written,
                Formats.capital(Formats.beside(written, what)),
                text(source),
                model == null || model.isEmpty() || FrontierChart.reaches(model, value));
    }

    private static ListItem item(Note note) {
        Span mark = new Span();
        mark.addClassName("line-mark");
        Span value = new Span(note.value());
        value.addClassName("line-value");
        Span what = new Span(note.drawn() ? note.what() : note.what() + " (outside the chart)");
        Span source = new Span(note.source());
        source.addClassName("line-source");
        ListItem item = new ListItem(mark, value, new Div(what, source));
        item.getElement().setAttribute("data-kind", note.kind().name());
        item.setTestId("line-note");
        return item;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
