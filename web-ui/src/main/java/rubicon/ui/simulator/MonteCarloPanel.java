package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.SimulationPayload;
import rubicon.ui.client.SimulationResultPayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SelectBox;

/// A Monte Carlo run on demand: how it is drawn, its progress, what it found.
final class MonteCarloPanel extends Div {
    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final SimulatorClient simulator;
    private final Plans plans;
    private final FieldInput samples = new FieldInput("text", "Samples");
    private final FieldInput seed = new FieldInput("text", "Seed");
    private final FieldInput pairs = new FieldInput("text", "Pairs for Sobol indices");
    private final SelectBox sampling;
    private final NativeButton run = new NativeButton("Run simulation");
    private final NativeButton cancel = new NativeButton("Cancel");
    private final Span drawn = new Span();
    private final Div said = new Div();
    private final Div progress = new Div();
    private final Element bar = new Element("progress");
    private final Span told = new Span();
    private final Div place = new Div();
    private WorkbenchViewState state = WorkbenchViewState.DEFAULT;
    private Inputs inputs;
    private Optional<RunTerms> terms = Optional.of(RunTerms.NONE);
    private String watched = "";
    private String sampled = "";
    private @Nullable RunResult result;

    /// What the panel changes of the page.
    interface Plans {
        void planned(RunPlan plan);

        void began(String run);

        void looked(String output);

        void taken(Inputs inputs);
    }

    MonteCarloPanel(SimulatorClient simulator, Inputs inputs, Plans plans) {
        this.simulator = simulator;
        this.inputs = inputs;
        this.plans = plans;
        addClassName("monte-carlo");
        setTestId("monte-carlo");
        sampling = new SelectBox("Sampling", this::sample).withTestId("sampling");
        samples.setTestId("samples");
        samples.getElement().setAttribute("inputmode", "numeric");
        samples.whenDone(_ -> planned());
        seed.setTestId("seed");
        seed.getElement().setAttribute("inputmode", "numeric");
        seed.whenDone(_ -> planned());
        pairs.setTestId("sobol-pairs");
        pairs.getElement().setAttribute("inputmode", "numeric");
        pairs.getElement()
                .setAttribute(
                        "title",
                        "How much of the spread each input makes, alone and with others; costs as"
                                + " many runs for each drawn input, and two times more. Not for"
                                + " inputs that are drawn together. 0 for none.");
        pairs.whenDone(_ -> planned());
        run.addClassName("primary-button");
        run.setTestId("run");
        run.addClickListener(_ -> begin());
        cancel.addClassName("chip");
        cancel.setTestId("cancel");
        cancel.addClickListener(_ -> cancel());
        Div plan =
                new Div(
                        label("Samples", samples),
                        label("Seed", seed),
                        sampling,
                        label("Sobol pairs", pairs),
                        run);
        plan.addClassName("plan");
        drawn.addClassName("detail");
        drawn.setTestId("drawn");
        told.setTestId("progress");
        bar.setAttribute("max", "1");
        bar.setAttribute("aria-label", "Progress of the simulation");
        progress.getElement().appendChild(bar);
        progress.add(told, cancel);
        progress.addClassName("run-progress");
        progress.setVisible(false);
        said.addClassName("page-notices");
        add(plan, drawn, said, progress, place);
    }

    private static NativeLabel label(String text, FieldInput field) {
        NativeLabel label = new NativeLabel(text + " ");
        label.add(field);
        return label;
    }

    /// Shows what is planned, and the run of the address.
    ///
    /// @param asks what the taken scenario asks beside; empty while it is not read
    void show(WorkbenchViewState next, Inputs asked, Optional<RunTerms> asks) {
        state = next;
        inputs = asked;
        terms = asks;
        samples.show(Long.toString(next.plan().samples()));
        seed.show(Long.toString(next.plan().seed()));
        pairs.show(Integer.toString(next.plan().sobolPairs()));
        if (!sampled.equals(next.plan().sampling())) {
            sampled = next.plan().sampling();
            Map<String, String> texts = new LinkedHashMap<>();
            RunPlan.SAMPLINGS.forEach(it -> texts.put(it, Formats.sentence(it)));
            sampling.show(texts, sampled);
        }
        showDrawn();
        showAccess();
        if (result != null) {
            result.compare(asked, asks);
            result.look(next.output(), next.scale());
        }
        if (!next.run().equals(watched)) {
            watched = next.run();
            place.removeAll();
            result = null;
            progress.setVisible(false);
            if (!watched.isEmpty()) {
                watch(Background.pageOf(this), watched, Duration.ZERO);
            }
        }
    }

    /// What the taken scenario asks beside is known by now.
    void asks(Optional<RunTerms> asks) {
        terms = asks;
        showDrawn();
        if (result != null) {
            result.compare(inputs, asks);
        }
    }

    private void showDrawn() {
        List<String> uncertain = new ArrayList<>();
        for (ParameterPayload it : inputs.model().parameters()) {
            if (inputs.matters(it)) {
                inputs.drawnFrom(it)
                        .ifPresent(from ->
                                uncertain.add(
                                        OutputLayout.words(it.name())
                                                + " from "
                                                + Distribution.words(from)));
            }
        }
        inputs.drawnCells()
                .forEach((name, from) -> uncertain.add(name + " from " + Distribution.words(from)));
        run.setEnabled(!uncertain.isEmpty());
        drawn.setText(
                uncertain.isEmpty()
                        ? "Nothing is drawn: choose a distribution for at least one input (“In"
                                + " simulations”), or write one into a cell of a table, such as"
                                + " uniform,low:1,high:2."
                        : "Drawn: %s. All else is fixed.%s"
                                .formatted(
                                        String.join("; ", uncertain),
                                        terms.map(this::told).orElse("")));
    }

    /// What a run has of the scenario that nothing on the page shows.
    private String told(RunTerms terms) {
        List<String> words = terms.words();
        String kept =
                words.isEmpty()
                        ? ""
                        : " As the scenario has it: %s.".formatted(String.join(", ", words));
        if (state.plan().sobolPairs() > 0 && terms.words().contains("correlations")) {
            kept += " A design of Sobol’s draws each by itself, without the correlations.";
        }
        return terms.leftOut().isEmpty()
                ? kept
                : "%s Left out, for it does not go with these inputs: %s."
                        .formatted(kept, String.join(", ", terms.leftOut()));
    }

    /// Whoever may not run one is told before they try.
    private void showAccess() {
        Optional<Identity> person = SignedIn.current();
        boolean may = person.map(Identity::isAnalyst).orElse(false);
        run.setVisible(may);
        said.removeAll();
        if (may) {
            return;
        }
        Notice notice =
                new Notice(
                        Notice.Kind.INFO,
                        person.isPresent()
                                ? "Running a simulation needs the role analyst; yours is %s. The curves above, and runs that others share, are open to you."
                                        .formatted(Formats.words(person.get().role()))
                                : "Running a simulation needs the role analyst. ");
        notice.setTestId("analysts-only");
        if (person.isEmpty()) {
            notice.add(
                    Parts.link(
                            Addresses.of(
                                    "login",
                                    Map.of(
                                            "next",
                                            WorkbenchNavigation.model(inputs.model().id(), state))),
                            "Sign in"));
        }
        said.add(notice);
    }

    private void sample(String chosen) {
        sampled = chosen;
        planned();
    }

    private void planned() {
        Optional<Long> count = amount(samples.shown(), 1, RunPlan.MOST_SAMPLES);
        Optional<Long> number = RunPlan.whole(Long.MIN_VALUE, Long.MAX_VALUE).apply(seed.shown());
        Optional<Long> sobol = amount(pairs.shown(), 0, RunPlan.MOST_PAIRS);
        samples.invalid(count.isEmpty());
        seed.invalid(number.isEmpty());
        pairs.invalid(sobol.isEmpty());
        if (count.isEmpty() || number.isEmpty() || sobol.isEmpty()) {
            tell(
                    Notice.Kind.WARNING,
                    count.isEmpty()
                            ? "samples must be an integer from 1 to " + RunPlan.MOST_SAMPLES
                            : number.isEmpty()
                                    ? "seed must be an integer"
                                    : "pairs must be an integer from 0 to " + RunPlan.MOST_PAIRS);
            return;
        }
        plans.planned(new RunPlan(count.get(), number.get(), sampled, sobol.get().intValue()));
    }

    /// As people write it: `1e5` too.
    private static Optional<Long> amount(String text, long least, long most) {
        return ValueText.number(text)
                .filter(it -> it % 1 == 0 && it >= least && it <= most)
                .map(Double::longValue);
    }

    private void begin() {
        Optional<Identity> person = SignedIn.current();
        UI ui = Background.pageOf(this);
        if (person.isEmpty()) {
            showAccess();
            return;
        }
        if (terms.isEmpty()) {
            tell(
                    Notice.Kind.WARNING,
                    "The scenario that was taken is not read yet, so that its correlations and"
                            + " thresholds would be missing: try again in a moment, or leave it"
                            + " with “Reset all”.");
            return;
        }
        RunTerms asked = state.plan().sobolPairs() > 0 ? terms.get().uncorrelated() : terms.get();
        Map<String, JsonNode> request = new LinkedHashMap<>(asked.fields());
        request.put("model", Json.NODES.textNode(inputs.model().id()));
        request.put("parameters", Json.NODES.objectNode().setAll(inputs.forSimulation()));
        state.plan().tell(request);
        run.setEnabled(false);
        said.removeAll();
        String token = person.get().token();
        Background.load(ui, () -> simulator.simulate(request, token), this::begun);
    }

    private void begun(Answer<SimulationPayload> answer) {
        run.setEnabled(true);
        switch (answer) {
            case Answer.Ok<SimulationPayload>(var begun) -> plans.began(begun.id());
            case Answer.Failed<SimulationPayload>(Failure failure) ->
                    tell(Notice.Kind.WARNING, failure.message());
        }
    }

    private void cancel() {
        String id = watched;
        SignedIn.current()
                .ifPresent(person ->
                        Background.load(
                                Background.pageOf(this),
                                () -> simulator.cancel(id, person.token()),
                                answer -> {
                                    if (answer
                                            instanceof
                                            Answer.Failed<SimulationPayload>(Failure failure)) {
                                        tell(Notice.Kind.WARNING, failure.message());
                                    }
                                }));
    }

    /// Asks for a run until it has ended or another one is looked at.
    private void watch(UI ui, String id, Duration after) {
        Background.load(
                ui,
                after,
                () -> simulator.simulation(id),
                answer -> {
                    if (isAttached() && id.equals(watched)) {
                        came(ui, id, answer);
                    }
                });
    }

    private void came(UI ui, String id, Answer<SimulationPayload> answer) {
        switch (answer) {
            case Answer.Ok<SimulationPayload>(var now) when now.isRunning() -> {
                progress.setVisible(true);
                cancel.setVisible(SignedIn.current().map(Identity::isAnalyst).orElse(false));
                bar.setAttribute("value", Double.toString(now.progress()));
                told.setText(
                        "%.0f %% of %s samples"
                                .formatted(100 * now.progress(), Formats.count(now.samples())));
                watch(ui, id, PACE);
            }
            case Answer.Ok<SimulationPayload>(var now) when now.isDone() -> {
                progress.setVisible(false);
                read(ui, now);
            }
            case Answer.Ok<SimulationPayload>(var now) -> {
                progress.setVisible(false);
                tell(
                        Notice.Kind.WARNING,
                        "The simulation was %s%s."
                                .formatted(
                                        now.state().equals("CANCELLED")
                                                ? "cancelled"
                                                : "broken off",
                                        now.problem() == null ? "" : ": " + now.problem()));
            }
            case Answer.Failed<SimulationPayload>(Failure failure) -> {
                tell(Notice.Kind.WARNING, failure.message());
                if (answer.mayComeLater()) {
                    watch(ui, id, RETRY);
                }
            }
        }
    }

    private void read(UI ui, SimulationPayload done) {
        Background.load(
                ui,
                () -> simulator.results(done.id()),
                answer -> {
                    if (!isAttached() || !done.id().equals(watched)) {
                        return;
                    }
                    switch (answer) {
                        case Answer.Ok<SimulationResultPayload>(var found) -> show(done, found);
                        case Answer.Failed<SimulationResultPayload>(Failure failure) ->
                                tell(Notice.Kind.WARNING, failure.message());
                    }
                });
    }

    private void show(SimulationPayload done, SimulationResultPayload found) {
        if (!found.model().equals(inputs.model().id())) {
            tell(
                    Notice.Kind.WARNING,
                    "The simulation of this address is one of another model, "
                            + found.model()
                            + ".");
            return;
        }
        RunResult made =
                new RunResult(simulator, inputs.model(), done, found, plans::looked, plans::taken);
        result = made;
        place.removeAll();
        place.add(made);
        made.compare(inputs, terms);
        made.look(state.output(), state.scale());
    }

    private void tell(Notice.Kind kind, String sentence) {
        said.removeAll();
        said.add(new Notice(kind, sentence));
    }
}
