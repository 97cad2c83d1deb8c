package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.SelectBox;

/// The agent whose runs are shown, compared with another one on the tasks that both were given.
final class PairedPart extends Composite<Div> {
    private static final String NONE = "";

    private final String id;
    private final IngestClient ingest;
    private final Asking<PairedComparisonPayload> asking = new Asking<>(this, this::answered);
    private final SelectBox picker;
    private final Paragraph told = new Paragraph();

    /// @param chosen told the rival; an empty name for none
    PairedPart(String id, IngestClient ingest, Consumer<String> chosen) {
        this.id = id;
        this.ingest = ingest;
        picker = new SelectBox("Agent to compare with", chosen).withTestId("horizon-rival");
        told.setTestId("horizon-comparison");
        told.addClassName("table-note");
        told.setVisible(false);
        getContent().add(picker, told);
    }

    /// @param beside the horizons that are shown: with others, the runs are others
    /// @param agent that is shown
    /// @param rival null for none
    void show(HorizonPayload beside, String agent, @Nullable String rival, Optional<Instant> asOf) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(NONE, "Compare with …");
        beside.agents().stream()
                .map(HorizonPayload.Agent::agent)
                .filter(it -> !it.equals(agent))
                .forEach(it -> names.put(it, it));
        getContent().setVisible(names.size() > 1);
        picker.show(names, Objects.requireNonNullElse(rival, NONE));
        if (rival == null || rival.equals(agent)) {
            asking.forget();
            told.setVisible(false);
            return;
        }
        asking.ask(
                List.of(beside, agent, rival, asOf),
                () -> ingest.comparison(id, agent, rival, asOf));
    }

    private void answered(Answer<PairedComparisonPayload> answer) {
        told.setText(
                switch (answer) {
                    case Answer.Ok<PairedComparisonPayload>(PairedComparisonPayload it) ->
                            HorizonWords.comparison(it);
                    case Answer.Failed<PairedComparisonPayload> failed ->
                            failed.failure().message();
                });
        told.setVisible(true);
    }
}
