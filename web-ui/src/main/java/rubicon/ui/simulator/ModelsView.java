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
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// The scenario models: what each answers.
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
    private final Refresh<Answer<List<ScenarioModelPayload>>> refresh;

    ModelsView(SimulatorClient simulator) {
        this.refresh = new Refresh<>(this, simulator::models, Answer::mayComeLater, this::loaded);
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

    private void loaded(Answer<List<ScenarioModelPayload>> answer) {
        switch (answer) {
            case Answer.Ok<List<ScenarioModelPayload>>(var models) -> {
                page.notices(List.of());
                cards.removeAll();
                models.forEach(it -> cards.add(card(it)));
            }
            case Answer.Failed<List<ScenarioModelPayload>>(Failure failure) ->
                    page.notices(
                            List.of(
                                    answer.mayComeLater()
                                            ? Notice.retrying(failure.message())
                                            : new Notice(Notice.Kind.WARNING, failure.message())));
        }
    }

    private static Anchor card(ScenarioModelPayload model) {
        Anchor card = Parts.link(WorkbenchNavigation.model(model.id()), "");
        card.removeAll();
        card.addClassName("model-card");
        card.setTestId("model-card");
        long drawn = model.parameters().stream().filter(it -> it.prior() != null).count();
        card.add(
                line("level-name", model.title()),
                line("level-question", model.question()),
                line(
                        "level-count",
                        "%d inputs, %d with a prior · %d answers"
                                .formatted(
                                        model.parameters().size(), drawn, model.outputs().size())));
        return card;
    }

    private static Span line(String style, String text) {
        Span line = new Span(text);
        line.addClassName(style);
        return line;
    }
}
