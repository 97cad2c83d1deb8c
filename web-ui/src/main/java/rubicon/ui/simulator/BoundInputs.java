package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import rubicon.ui.client.Answer;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.EvaluationPayload.ReadingPayload;
import rubicon.ui.client.Failure;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Formats;

/// The inputs that a scenario reads from the ledger, with what that holds now and of which day. The
/// curves show the scenario's own values until the ledger's are asked for.
final class BoundInputs extends Div {
    private final SimulatorClient simulator;
    private final ScenarioModelPayload model;
    private final ScenarioPayload scenario;
    private final Consumer<Map<String, JsonNode>> show;
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final Map<String, JsonNode> held = new LinkedHashMap<>();
    private final Div more = new Div();

    /// @param show called with what shall stand in the curves
    BoundInputs(
            SimulatorClient simulator,
            ScenarioModelPayload model,
            ScenarioPayload scenario,
            Consumer<Map<String, JsonNode>> show) {
        this.simulator = simulator;
        this.model = model;
        this.scenario = scenario;
        this.show = show;
        for (Map.Entry<String, JsonNode> it : scenario.bindings().properties()) {
            add(line(it.getKey(), it.getValue()));
        }
        add(more);
    }

    /// Whether the ledger holds just this for an input.
    boolean holds(String input, JsonNode value) {
        JsonNode mine = held.get(input);
        return mine != null && Json.same(mine, value);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        if (attach.isInitialAttach()) {
            Background.load(
                    attach.getUI(),
                    () -> simulator.evaluateScenario(scenario.id()),
                    this::answered);
        }
    }

    private Component line(String input, JsonNode to) {
        String figure = Formats.words(to.path("field").asText()).toLowerCase(Locale.ROOT);
        Span place = new Span();
        places.put(input, place);
        return new Div(
                new Span(Formats.capital(OutputLayout.words(input)) + ": " + figure + " of "),
                ScenarioPanel.watched(to.path("indicator").asText()),
                place);
    }

    private void answered(Answer<EvaluationPayload> answer) {
        switch (answer) {
            case Answer.Ok<EvaluationPayload>(var evaluation) -> {
                evaluation.readings().forEach(this::read);
                if (!held.isEmpty()) {
                    var button =
                            new NativeButton("Show what the ledger holds", _ -> show.accept(held));
                    button.addClassName("text-button");
                    button.setTestId("show-ledger");
                    more.add(button);
                }
            }
            case Answer.Failed<EvaluationPayload>(Failure failure) ->
                    more.setText("What the ledger holds cannot be told: " + failure.message());
        }
    }

    private void read(ReadingPayload it) {
        Span place = places.get(it.parameter());
        if (place == null) {
            return;
        }
        String unit = model.parameter(it.parameter()).map(ParameterPayload::unit).orElse("1");
        String value = Quantities.text(it.value(), unit);
        if (it.fallback() != null) {
            place.setText(", which has no value: its own, %s, stands in".formatted(value));
            return;
        }
        held.put(it.parameter(), it.value());
        place.setText(
                it.day() == null ? ", now " + value : ", now %s, of %s".formatted(value, it.day()));
    }
}
