package rubicon.ui.simulator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// The scenario models: what each answers, and the scenarios that are told with it.
@Route(WorkbenchNavigation.MODELS)
@PageTitle("Simulator · Rubicon")
public final class ModelsView extends Div implements AfterNavigationObserver {
    private final Page page =
            new Page(
                    "Simulator",
                    "What would follow? Each model answers one question by arithmetic over its"
                            + " assumptions. Change them and watch; draw them many times and see how the"
                            + " answers spread.");
    private final Div cards = new Div();
    private final Refresh<Found> refresh;

    ModelsView(SimulatorClient simulator) {
        this.refresh =
                new Refresh<>(
                        this,
                        () -> new Found(simulator.models(), simulator.scenarios()),
                        it -> it.models().mayComeLater(),
                        this::loaded);
        page.setTestId("simulator-page");
        cards.addClassName("model-cards");
        page.add(cards);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Addresses.canonical(event, WorkbenchNavigation.MODELS);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(Found found) {
        switch (found.models()) {
            case Answer.Ok<List<ScenarioModelPayload>>(var models) -> {
                page.notices(List.of());
                cards.removeAll();
                // A simulator may know no scenarios.
                List<ScenarioPayload> scenarios = found.scenarios().orElse(List.of());
                models.forEach(it -> cards.add(card(it, scenarios)));
            }
            case Answer.Failed<List<ScenarioModelPayload>>(Failure failure) ->
                    page.notices(
                            List.of(
                                    found.models().mayComeLater()
                                            ? Notice.retrying(failure.message())
                                            : new Notice(Notice.Kind.WARNING, failure.message())));
        }
    }

    private static Div card(ScenarioModelPayload model, List<ScenarioPayload> scenarios) {
        Anchor name = Parts.link(WorkbenchNavigation.model(model.id()), model.title());
        name.addClassName("level-name");
        name.setTestId("model-link");
        long drawn = model.parameters().stream().filter(it -> it.prior() != null).count();
        Div list = new Div();
        list.addClassName("model-scenarios");
        scenarios.stream()
                .filter(it -> it.model().equals(model.id()))
                .forEach(it -> list.add(scenario(model, it)));
        Div card =
                new Div(
                        name,
                        line("level-question", model.question()),
                        line(
                                "level-count",
                                "%d inputs, %d with a prior · %d answers"
                                        .formatted(
                                                model.parameters().size(),
                                                drawn,
                                                model.outputs().size())),
                        list);
        card.addClassName("model-card");
        card.setTestId("model-card");
        return card;
    }

    private static Anchor scenario(ScenarioModelPayload model, ScenarioPayload scenario) {
        WorkbenchViewState state =
                WorkbenchViewState.DEFAULT
                        .taking(scenario)
                        .with(Inputs.of(model, scenario.parameters()));
        Anchor link = Parts.link(WorkbenchNavigation.model(model.id(), state), scenario.title());
        link.setTestId("scenario-link");
        return link;
    }

    /// What the page asks the simulator for.
    private record Found(
            Answer<List<ScenarioModelPayload>> models, Answer<List<ScenarioPayload>> scenarios) {}

    private static Span line(String style, String text) {
        Span line = new Span(text);
        line.addClassName(style);
        return line;
    }
}
