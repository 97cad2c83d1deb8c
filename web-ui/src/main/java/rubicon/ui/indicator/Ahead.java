package rubicon.ui.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.DataTable.Column;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// What is expected of an indicator: the verdict on its course, when marked lines and one that the
/// reader names are crossed, and how good such forecasts were. It stays out of sight where there is
/// nothing to say.
final class Ahead extends Composite<Panel> {
    private static final int YEARS = 3;

    private final Refresh<Answer<TrackRecordPayload>> refresh;
    private final Paragraph record = new Paragraph();
    private final AskedCrossing asked;
    private String shown = "";
    private boolean wanted = true;
    private boolean empty = true;

    Ahead(IngestClient ingest, String id, Consumer<IndicatorViewState> changed) {
        this.asked = new AskedCrossing(this, id, ingest, changed);
        this.refresh =
                new Refresh<>(
                        this, () -> ingest.trackRecord(id), Answer::mayComeLater, this::recorded);
        record.addClassName("table-note");
        record.setTestId("track-record");
        record.setVisible(false);
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        Panel panel = new Panel("What is expected");
        panel.setTestId("ahead");
        return panel;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void recorded(Answer<TrackRecordPayload> answer) {
        if (answer instanceof Answer.Ok<TrackRecordPayload>(TrackRecordPayload told)) {
            String words = AheadWords.record(told);
            record.setText("How good such forecasts were. " + words);
            record.setVisible(!words.isEmpty());
        }
    }

    /// Whether the open tab has room for it.
    void want(boolean now) {
        wanted = now;
        getContent().setVisible(wanted && !empty);
    }

    /// Asks for the threshold that the address names.
    ///
    /// @param version of the state that is shown
    void ask(String unit, IndicatorViewState state, long version) {
        asked.show(unit, state, version);
    }

    /// Shows a state.
    void show(IndicatorStatePayload state) {
        String now = state.verdict() + state.verdictReason() + state.forecasts() + state.today();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<Component> content = new ArrayList<>();
        if (state.verdict() != null) {
            Paragraph verdict =
                    new Paragraph(
                            Formats.sentence(state.verdict())
                                    + (state.verdictReason() == null
                                            ? "."
                                            : ": " + state.verdictReason() + "."));
            verdict.setTestId("verdict");
            content.add(verdict);
        }
        LocalDate today = state.today();
        if (!state.forecasts().isEmpty() && today != null) {
            content.add(table(state, today));
            Paragraph windows =
                    new Paragraph(
                            "Lines through the records, by window: %s. Given that nothing crossed by %s. How far the windows are apart says more than any of them."
                                    .formatted(
                                            AheadWords.windows(state.forecasts().getFirst()),
                                            Formats.date(today)));
            windows.addClassName("table-note");
            content.add(windows);
        }
        empty = content.isEmpty();
        content.add(asked);
        content.add(record);
        getContent().show(content.toArray(Component[]::new));
        want(wanted);
    }

    private static DataTable table(IndicatorStatePayload state, LocalDate today) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Line"));
        columns.add(Column.text("Expected from, to"));
        columns.add(Column.text("Even odds, by windows"));
        for (int year = 0; year < YEARS; year++) {
            columns.add(Column.number("By the end of " + (today.getYear() + year)));
        }
        DataTable table = new DataTable("When lines are crossed", columns.toArray(Column[]::new));
        for (ForecastPayload forecast : state.forecasts()) {
            List<Component> cells = new ArrayList<>();
            String line = Formats.line(forecast.threshold(), state.unit());
            cells.add(Parts.stacked(line, Formats.beside(line, forecast.label())));
            cells.add(
                    Parts.stacked(
                            AheadWords.day(forecast.crossing().p10())
                                    + " to "
                                    + AheadWords.day(forecast.crossing().p90()),
                            AheadWords.silence(forecast)));
            cells.add(new Paragraph(AheadWords.medians(forecast)));
            for (int year = 0; year < YEARS; year++) {
                cells.add(
                        new Paragraph(
                                AheadWords.chance(
                                        forecast, LocalDate.of(today.getYear() + year, 12, 31))));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }
}
