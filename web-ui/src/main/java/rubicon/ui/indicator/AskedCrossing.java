package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.CrossingPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;

/// When a threshold is crossed that the reader asks for.
final class AskedCrossing extends Composite<Div> {
    private final String id;
    private final IngestClient ingest;
    private final Consumer<IndicatorViewState> changed;
    private final Asking<CrossingPayload> asking;
    private final TextField field = new TextField("When is another threshold crossed?");
    private final Paragraph told = new Paragraph();
    private IndicatorViewState state = IndicatorViewState.DEFAULT;

    /// @param owner that waits for answers: this is put into it anew with each state
    AskedCrossing(
            Component owner, String id, IngestClient ingest, Consumer<IndicatorViewState> changed) {
        this.asking = new Asking<>(owner, this::answered);
        this.id = id;
        this.ingest = ingest;
        this.changed = changed;
        field.setClearButtonVisible(true);
        field.setErrorMessage("A number is needed, for instance 6000");
        field.setTestId("crossing-threshold");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue().strip());
            }
        });
        told.setTestId("crossing-told");
        told.setVisible(false);
        getContent().add(field, told);
    }

    private record Question(
            double threshold, Optional<Instant> asOf, SeriesReading reading, long version) {}

    /// @param version of the state that is shown: with another one it is asked for again
    void show(String unit, IndicatorViewState now, long version) {
        state = now;
        Double threshold = now.threshold();
        field.setHelperText("in " + unit);
        if (threshold == null) {
            asking.forget();
            told.setVisible(false);
            if (!field.isInvalid()) {
                field.setValue("");
            }
            return;
        }
        field.setInvalid(false);
        field.setValue(IndicatorViewState.key(threshold));
        Optional<Instant> at = Optional.ofNullable(now.asOf());
        asking.ask(
                new Question(threshold, at, now.reading(), version),
                () -> ingest.crossing(id, threshold, now.reading(), at));
    }

    private void typed(String text) {
        @Nullable Double asked = IndicatorViewState.number(text).orElse(null);
        field.setInvalid(asked == null && !text.isEmpty());
        changed.accept(state.withThreshold(asked));
    }

    private void answered(Answer<CrossingPayload> answer) {
        told.setText(
                switch (answer) {
                    case Answer.Ok<CrossingPayload>(CrossingPayload it) -> AheadWords.asked(it);
                    case Answer.Failed<CrossingPayload> failed -> failed.failure().message();
                });
        told.setVisible(true);
    }
}
