package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.Answer;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.Failure;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.NotFound;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.Refresh;

/// One model's workbench: its inputs, what follows from them at once, and on demand how sure that
/// is. All that is chosen stands in the address.
@Route(WorkbenchNavigation.MODELS)
public final class WorkbenchView extends Div
        implements HasUrlParameter<String>,
                HasDynamicTitle,
                AfterNavigationObserver,
                ParameterField.Edits,
                MonteCarloPanel.Plans,
                ScenarioPanel.Steps {
    private final SimulatorClient simulator;
    private final Page page = new Page("", "");
    private final Div body = new Div();
    private final NativeButton reset = new NativeButton("Reset all");
    private final Span changes = new Span();
    private final LiveEvaluation<Inputs, EvaluationPayload> evaluation;
    private String id = "";
    private String lastEdited = "";
    private WorkbenchViewState state = WorkbenchViewState.DEFAULT;
    private List<String> notices = List.of();
    private List<String> objections = List.of();
    private Optional<Notice> failure = Optional.empty();
    private @Nullable Refresh<Answer<ScenarioModelPayload>> loading;
    private @Nullable Workbench bench;

    /// What is there once the model is known.
    ///
    /// @param form of all inputs but wide tables, which have one of their own
    private record Workbench(
            ScenarioModelPayload model,
            InputForm form,
            InputForm tables,
            Panel wide,
            Optional<MarksFigure> marks,
            ResultsPane results,
            ScaleChoice scale,
            MonteCarloPanel runs,
            ScenarioPanel scenarios,
            Panel scenarioPanel) {
        Set<String> object(Map<String, String> violations) {
            Set<String> said = new HashSet<>(form.object(violations));
            said.addAll(tables.object(violations));
            return said;
        }

        void forget() {
            form.forget();
            tables.forget();
        }

        void show(Inputs inputs) {
            form.show(inputs);
            tables.show(inputs);
            wide.setVisible(!tables.isEmpty());
        }
    }

    private Inputs inputs;
    private @Nullable EvaluationPayload shown;
    private @Nullable Beside beside;

    WorkbenchView(SimulatorClient simulator) {
        this.simulator = simulator;
        this.inputs = Inputs.defaults(Nothing.MODEL);
        this.evaluation =
                new LiveEvaluation<>(
                        this,
                        asked -> simulator.evaluate(asked.model().id(), asked.forEvaluation()),
                        this::answered);
        page.under(Page.trail(WorkbenchNavigation.MODELS, "Simulator"));
        page.setTestId("workbench-page");
        body.addClassName("workbench");
        reset.addClassName("chip");
        reset.setTestId("reset-all");
        reset.addClickListener(_ -> resetAll());
        changes.setTestId("changes");
        changes.addClassName("detail");
        page.add(body);
        add(page);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        String asked = Addresses.decoded(parameter);
        Parsed<WorkbenchViewState> parsed =
                WorkbenchViewState.parse(event.getLocation().getQueryParameters().getParameters());
        state = parsed.state();
        notices = parsed.notices();
        lastEdited = "";
        if (!asked.equals(id) || bench == null) {
            id = asked;
            begin(event.getUI());
        } else {
            follow(bench, event.getUI());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Addresses.canonical(event, WorkbenchNavigation.model(id, state));
    }

    @Override
    public String getPageTitle() {
        return (bench == null ? id : bench.model().title()) + " · Rubicon";
    }

    private void begin(UI ui) {
        bench = null;
        shown = null;
        beside = null;
        body.removeAll();
        removeAll();
        add(page);
        page.title(id, "");
        String asked = id;
        loading =
                new Refresh<>(
                        this,
                        () -> simulator.model(asked),
                        answer -> answer.mayComeLater() && asked.equals(id),
                        answer -> loaded(asked, answer));
        loading.ask(ui);
    }

    private void loaded(String asked, Answer<ScenarioModelPayload> answer) {
        if (!asked.equals(id)) {
            return;
        }
        switch (answer) {
            case Answer.Ok<ScenarioModelPayload>(var model) -> {
                failure = Optional.empty();
                Workbench made = build(model);
                bench = made;
                getUI().ifPresent(ui -> {
                    ui.getPage().setTitle(getPageTitle());
                    follow(made, ui);
                    Addresses.replace(ui, WorkbenchNavigation.model(id, state.with(inputs)));
                });
            }
            case Answer.Failed<ScenarioModelPayload>(Failure why)
                    when why.kind() == Failure.Kind.NOT_FOUND -> {
                removeAll();
                add(
                        NotFound.content(
                                "There is no model “" + id + "”",
                                "The simulator has none of this name."));
            }
            case Answer.Failed<ScenarioModelPayload>(Failure why) -> {
                failure =
                        Optional.of(
                                answer.mayComeLater()
                                        ? Notice.retrying(why.message())
                                        : new Notice(Notice.Kind.WARNING, why.message()));
                showNotices();
            }
        }
    }

    private Workbench build(ScenarioModelPayload model) {
        page.title(model.title(), model.question());
        var form = new InputForm(model, it -> !InputGroups.isWide(it), this);
        var tables = new InputForm(model, InputGroups::isWide, this);
        var marks = MarksFigure.of(model);
        var results = new ResultsPane(model);
        var scale = new ScaleChoice(this::scaled);
        var scenarios = new ScenarioPanel(simulator, model, this);
        Panel above = new Panel("Scenarios", scenarios);
        above.setVisible(false);
        Panel left = new Panel("Inputs", form).withActions(changes, reset);
        left.addClassName("workbench-inputs");
        Panel right = new Panel("What follows", results).withActions(scale);
        right.addClassName("workbench-results");
        var runs = new MonteCarloPanel(simulator, Inputs.defaults(model), this);
        Panel below = new Panel("How sure is it?", runs);
        Div column = new Div(right, about(model));
        column.addClassName("workbench-column");
        Panel wide = new Panel(marks.isPresent() ? "Marks and tables" : "Tables");
        marks.ifPresent(it -> wide.show(it, tables));
        if (marks.isEmpty()) {
            wide.show(tables);
        }
        wide.addClassName("workbench-wide");
        body.removeAll();
        body.add(above);
        Div pair = new Div(left, column);
        pair.addClassName("workbench-pair");
        if (marks.isPresent()) {
            // There one begins by marking.
            body.add(wide, pair, below);
        } else {
            body.add(pair, wide, below);
        }
        return new Workbench(
                model, form, tables, wide, marks, results, scale, runs, scenarios, above);
    }

    private static Panel about(ScenarioModelPayload model) {
        UnorderedList limits = new UnorderedList();
        model.limits().forEach(it -> limits.add(new ListItem(it)));
        UnorderedList sources = new UnorderedList();
        model.sources().forEach(it -> sources.add(new ListItem(it)));
        NativeDetails where = new NativeDetails("Sources", sources);
        where.setOpen(true);
        NativeDetails how = new NativeDetails("Limits", limits);
        how.setOpen(true);
        Panel about = new Panel("What it rests on, and what it leaves out", where, how);
        about.setTestId("about-model");
        return about;
    }

    /// Brings everything to what the address says.
    private void follow(Workbench to, UI ui) {
        Parsed<Inputs> parsed = state.inputs(to.model());
        inputs = parsed.state();
        List<String> all = new ArrayList<>(notices);
        all.addAll(parsed.notices());
        notices = all;
        to.forget();
        show(to);
        evaluation.ask(ui, inputs);
    }

    private void show(Workbench on) {
        on.show(inputs);
        on.scale().show(state.scale());
        on.runs().show(state, inputs, on.scenarios().terms(state, inputs));
        on.scenarios().show(state, inputs);
        int count = inputs.changed().size() + inputs.draws().size();
        changes.setText(count == 0 ? "all at their defaults" : count + " changed");
        reset.setVisible(count > 0 || !state.scenario().isEmpty());
        showNotices();
    }

    @Override
    public void value(ParameterPayload parameter, JsonNode value, boolean settled) {
        edited(inputs.with(parameter.name(), value), parameter.name(), settled);
    }

    @Override
    public void draw(ParameterPayload parameter, Optional<JsonNode> from) {
        edited(inputs.drawing(parameter, from), parameter.name(), true);
    }

    @Override
    public void reset(ParameterPayload parameter) {
        if (bench != null) {
            bench.forget();
        }
        edited(inputs.without(parameter.name()), parameter.name(), true);
    }

    private void resetAll() {
        if (bench != null) {
            bench.forget();
        }
        // It has left the scenario that it began with.
        state = state.withScenario("");
        edited(Inputs.defaults(inputs.model()), "", true);
    }

    /// Asks with other inputs.
    ///
    /// @param what was changed: changes of one input one after the other are one step back
    private void edited(Inputs next, String what, boolean settled) {
        Workbench on = bench;
        UI ui = getUI().orElse(null);
        if (on == null || ui == null) {
            return;
        }
        inputs = next;
        notices = List.of();
        evaluation.ask(ui, next);
        if (settled) {
            WorkbenchViewState before = state;
            state = state.with(next);
            if (!state.equals(before)) {
                if (!what.isEmpty() && what.equals(lastEdited)) {
                    WorkbenchNavigation.replace(ui, id, state);
                } else {
                    WorkbenchNavigation.push(ui, id, state);
                }
            }
            lastEdited = what;
            show(on);
        } else {
            // What a simulation would draw can wait until the hand rests.
            on.show(inputs);
        }
    }

    @Override
    public void planned(RunPlan plan) {
        moved(state.withPlan(plan));
    }

    @Override
    public void began(String run) {
        moved(state.withRun(run));
    }

    @Override
    public void looked(String output) {
        moved(state.withOutput(output));
    }

    @Override
    public void taken(Inputs ofRun) {
        edited(ofRun, "", true);
    }

    @Override
    public void listed(boolean any) {
        if (bench != null) {
            bench.scenarioPanel().setVisible(any);
            bench.runs().asks(bench.scenarios().terms(state, inputs));
        }
    }

    @Override
    public void took(ScenarioPayload scenario) {
        Workbench on = bench;
        if (on == null) {
            return;
        }
        on.forget();
        Inputs taken = Inputs.of(on.model(), scenario.parameters());
        WorkbenchViewState next = state.taking(scenario).with(taken);
        inputs = taken;
        notices = List.of();
        getUI().ifPresent(ui -> evaluation.ask(ui, taken));
        moved(next);
    }

    @Override
    public void varied(JsonNode parameters) {
        if (bench != null) {
            bench.forget();
        }
        edited(inputs.over(parameters), "", true);
    }

    @Override
    public void wanted(String scenario) {
        moved(state.withBeside(scenario));
    }

    @Override
    public void held(Map<String, JsonNode> values) {
        Inputs next = inputs;
        for (Map.Entry<String, JsonNode> it : values.entrySet()) {
            next = next.with(it.getKey(), it.getValue());
        }
        if (bench != null) {
            bench.forget();
        }
        edited(next, "", true);
    }

    @Override
    public void compared(Optional<ScenarioPayload> scenario) {
        Workbench on = bench;
        UI ui = getUI().orElse(null);
        if (on == null || ui == null) {
            return;
        }
        // What stood beside is not the answer of the one that is named there now.
        beside = null;
        showAnswer(on);
        if (scenario.isEmpty()) {
            return;
        }
        ScenarioPayload other = scenario.get();
        Inputs asked = Inputs.of(on.model(), other.parameters());
        Background.load(
                ui,
                () -> simulator.evaluate(on.model().id(), asked.forEvaluation()),
                answer -> {
                    if (answer instanceof Answer.Ok<EvaluationPayload>(var evaluation)
                            && other.id().equals(state.beside())) {
                        beside = new Beside(other.title(), evaluation);
                        showAnswer(on);
                    }
                });
    }

    /// Another step that asks for nothing of the model.
    private void moved(WorkbenchViewState next) {
        state = next;
        lastEdited = "";
        getUI().ifPresent(ui -> WorkbenchNavigation.push(ui, id, state));
        if (bench != null) {
            show(bench);
        }
    }

    private void scaled(Optional<YScale> scale) {
        moved(state.withScale(scale));
        if (bench != null) {
            showAnswer(bench);
        }
    }

    private void answered(Inputs asked, Answer<EvaluationPayload> answer) {
        Workbench on = bench;
        if (on == null || !asked.model().equals(on.model())) {
            return;
        }
        switch (answer) {
            case Answer.Ok<EvaluationPayload>(var evaluation) -> {
                shown = evaluation;
                failure = Optional.empty();
                objections = List.of();
                var _ = on.object(Map.of());
                showAnswer(on);
            }
            case Answer.Failed<EvaluationPayload>(Failure why) -> {
                on.results().stale();
                Set<String> said = on.object(why.violations());
                objections =
                        why.violations().entrySet().stream()
                                .filter(it -> !said.contains(it.getKey()))
                                .map(Map.Entry::getValue)
                                .toList();
                failure =
                        !why.violations().isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        answer.mayComeLater()
                                                ? Notice.retrying(why.message())
                                                : new Notice(Notice.Kind.WARNING, why.message()));
            }
        }
        showNotices();
    }

    private void showAnswer(Workbench on) {
        if (shown != null) {
            EvaluationPayload now = shown;
            on.marks().ifPresent(it -> it.show(now));
            on.results().show(shown, Optional.ofNullable(beside), state.scale());
        }
    }

    private void showNotices() {
        List<Notice> all = new ArrayList<>();
        failure.ifPresent(all::add);
        notices.forEach(it -> all.add(new Notice(Notice.Kind.WARNING, it)));
        objections.forEach(it -> all.add(new Notice(Notice.Kind.WARNING, it)));
        page.notices(all);
    }

    /// Before there is a model.
    private static final class Nothing {
        static final ScenarioModelPayload MODEL =
                new ScenarioModelPayload(
                        "", "", "", "", List.of(), List.of(), List.of(), List.of(), null);

        private Nothing() {}
    }
}
