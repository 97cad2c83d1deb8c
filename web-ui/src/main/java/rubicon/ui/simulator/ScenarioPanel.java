package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.client.SimulationPayload;
import rubicon.ui.client.SimulatorClient;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;
import rubicon.ui.shell.SelectBox;

/// The scenarios of a model: one is taken, another is compared with what stands on the page; what
/// stands there is saved.
final class ScenarioPanel extends Div {
    private static final Pattern INDICATOR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    private final SimulatorClient simulator;
    private final ScenarioModelPayload model;
    private final Steps steps;
    private final Refresh<Answer<List<ScenarioPayload>>> scenariosOf;
    private final SelectBox take;
    private final SelectBox compare;
    private final Div told = new Div();
    private final Div differences = new Div();
    private final Div said = new Div();
    private final NativeDetails saving;
    private final FieldInput title = new FieldInput("text", "Title");
    private final FieldInput argument = new FieldInput("text", "What speaks for it");
    private final FieldInput against = new FieldInput("text", "What speaks against it");
    private final NativeDetails importing;
    private final TextArea yaml = new TextArea("Scenario as YAML", 12);
    private final Map<String, ScenarioPayload> scenarios = new LinkedHashMap<>();
    private WorkbenchViewState state = WorkbenchViewState.DEFAULT;
    private Inputs inputs;
    private @Nullable BoundInputs bound;
    private String shown = "";
    private String listed = "";
    private boolean known;

    /// What the panel changes of the page.
    interface Steps {
        /// There are scenarios, or there is nobody who has any.
        void listed(boolean any);

        void took(ScenarioPayload scenario);

        /// Another one shall stand beside.
        ///
        /// @param scenario its id; empty for none
        void wanted(String scenario);

        /// What the ledger holds shall stand in the curves.
        ///
        /// @param values by input
        void held(Map<String, JsonNode> values);

        /// One of the taken scenario's variations.
        ///
        /// @param parameters to be laid over what stands on the page
        void varied(JsonNode parameters);

        /// What stands beside.
        ///
        /// @param scenario empty for none
        void compared(Optional<ScenarioPayload> scenario);

        void began(String run);
    }

    ScenarioPanel(SimulatorClient simulator, ScenarioModelPayload model, Steps steps) {
        this.simulator = simulator;
        this.model = model;
        this.steps = steps;
        this.scenariosOf =
                new Refresh<>(
                        this,
                        () -> simulator.scenarios(model.id()),
                        Answer::mayComeLater,
                        this::loaded);
        this.inputs = Inputs.defaults(model);
        addClassName("scenarios");
        setTestId("scenarios");
        take = new SelectBox("Take a scenario", this::took).withTestId("take-scenario");
        compare = new SelectBox("Compare with a scenario", steps::wanted);
        compare.setTestId("compare-scenario");
        title.setTestId("scenario-title");
        argument.setTestId("scenario-argument");
        against.setTestId("scenario-against");
        for (FieldInput field : List.of(title, argument, against)) {
            field.whenDone(_ -> {});
        }
        NativeButton save = new NativeButton("Save", _ -> save());
        save.addClassName("primary-button");
        save.setTestId("save-scenario");
        Div form =
                new Div(
                        label("Title", title),
                        label("What speaks for it", argument),
                        label("What speaks against it", against),
                        save);
        form.addClassName("scenario-form");
        saving = new NativeDetails("Save these inputs as a scenario", form);
        saving.setTestId("save-as");
        yaml.setTestId("scenario-yaml");
        NativeButton read = new NativeButton("Import", _ -> importYaml());
        read.addClassName("primary-button");
        read.setTestId("import-scenario");
        Div file =
                new Div(
                        new Paragraph(
                                "What was exported here or elsewhere. Leave its id out if this"
                                        + " house has given it already."),
                        yaml,
                        read);
        file.addClassName("scenario-form");
        importing = new NativeDetails("Import a scenario from YAML", file);
        importing.setTestId("import-yaml");
        Div row = new Div(take, compare);
        row.addClassName("plan");
        add(row, said, told, differences, saving, importing);
    }

    private static NativeLabel label(String text, FieldInput field) {
        NativeLabel label = new NativeLabel(text + " ");
        label.add(field);
        return label;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        scenariosOf.ask(attach.getUI());
    }

    /// A simulator without scenarios answers that there is nothing at their address.
    private void loaded(Answer<List<ScenarioPayload>> answer) {
        switch (answer) {
            case Answer.Ok<List<ScenarioPayload>>(var items) -> {
                said.removeAll();
                known = true;
                scenarios.clear();
                items.stream()
                        .filter(it -> it.model().equals(model.id()))
                        .forEach(it -> scenarios.put(it.id(), it));
                shown = "";
                listed = "";
                steps.listed(true);
                show(state, inputs);
                if (!state.beside().isEmpty()) {
                    steps.compared(Optional.ofNullable(scenarios.get(state.beside())));
                }
            }
            case Answer.Failed<List<ScenarioPayload>>(Failure failure)
                    when failure.kind() == Failure.Kind.NOT_FOUND -> {
                known = true;
                steps.listed(false);
            }
            case Answer.Failed<List<ScenarioPayload>>(Failure failure) -> {
                steps.listed(true);
                said.removeAll();
                said.add(
                        answer.mayComeLater()
                                ? Notice.retrying(failure.message())
                                : new Notice(Notice.Kind.WARNING, failure.message()));
            }
        }
    }

    void show(WorkbenchViewState next, Inputs asked) {
        boolean moved = !next.beside().equals(state.beside());
        state = next;
        inputs = asked;
        String list = scenarios.keySet() + next.scenario() + next.beside();
        if (!list.equals(listed)) {
            listed = list;
            take.show(choices("Choose a scenario …"), known(next.scenario()));
            compare.show(choices("Compare with …"), known(next.beside()));
        }
        saving.setVisible(isAnalyst());
        importing.setVisible(isAnalyst());
        ScenarioPayload scenario = scenarios.get(next.scenario());
        String now = next.scenario() + (scenario == null ? "" : scenario.version());
        if (!now.equals(shown)) {
            shown = now;
            told.removeAll();
            if (scenario != null) {
                told.add(about(scenario));
            }
        }
        if (moved) {
            steps.compared(Optional.ofNullable(scenarios.get(next.beside())));
        }
        showDifferences();
    }

    /// What the scenario that was taken asks of a simulation with these inputs beside them.
    ///
    /// @return empty while the scenario is not read
    Optional<RunTerms> terms(WorkbenchViewState of, Inputs asked) {
        ScenarioPayload taken = scenarios.get(of.scenario());
        if (taken == null) {
            return known || of.scenario().isEmpty() ? Optional.of(RunTerms.NONE) : Optional.empty();
        }
        Inputs own = Inputs.of(model, taken.parameters());
        return Optional.of(RunTerms.of(taken).under(asked, own));
    }

    private String known(String id) {
        return scenarios.containsKey(id) ? id : "";
    }

    private Map<String, String> choices(String none) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", none);
        scenarios.forEach((id, it) ->
                choices.put(id, it.title() + (it.builtIn() ? "" : " (" + it.author() + ")")));
        return choices;
    }

    private Component about(ScenarioPayload scenario) {
        Facts facts = new Facts();
        facts.with("What speaks for it", orUnknown(scenario.argument()));
        facts.with("What speaks against it", orUnknown(scenario.against()));
        bound = null;
        if (!scenario.bindings().isEmpty()) {
            var follows = new BoundInputs(simulator, model, scenario, steps::held);
            bound = follows;
            facts.with("Follows the ledger", follows);
        }
        scenario.publishes()
                .ifPresent(it ->
                        facts.with(
                                "Published as", Parts.link(IndicatorNavigation.indicator(it), it)));
        if (!scenario.variations().isEmpty()) {
            facts.with(
                    "Ask the same with",
                    list(
                            scenario.variations(),
                            it ->
                                    button(
                                            it.title(),
                                            "variation",
                                            () -> steps.varied(it.parameters()))));
        }
        if (!scenario.watch().isEmpty()) {
            facts.with("Watch", list(scenario.watch(), ScenarioPanel::watched));
        }
        if (!scenario.sources().isEmpty()) {
            facts.with(
                    "Sources",
                    list(
                            scenario.sources(),
                            it ->
                                    it.url() == null
                                            ? new Span(it.title())
                                            : Parts.external(it.url(), it.title())));
        }
        Span who =
                new Span(
                        "version %d%s"
                                .formatted(
                                        scenario.version(),
                                        scenario.builtIn() ? "" : " by " + scenario.author()));
        who.addClassName("detail");
        Div head = new Div(new H3(scenario.title()));
        if (scenario.builtIn()) {
            head.add(new Badge("ready-made", Badge.Tone.INFO));
        }
        head.add(who);
        head.addClassName("closer");
        Div actions = new Div();
        actions.addClassName("ways");
        if (isAnalyst()) {
            actions.add(
                    button("Run it as it is", "run-scenario", () -> run(scenario)),
                    button("Fork with these inputs", "fork-scenario", () -> fork(scenario)));
            if (!scenario.builtIn()) {
                actions.add(button("Save these inputs", "change-scenario", () -> change(scenario)));
            }
        }
        actions.add(
                Download.link(
                        "Export as YAML",
                        "export-scenario",
                        scenario.id() + ".yaml",
                        "application/yaml",
                        () -> simulator.scenarioFile(scenario.id())));
        Div about = new Div(head, facts, actions);
        about.addClassName("scenario-about");
        about.setTestId("scenario-about");
        return about;
    }

    private static <T> Component list(List<T> items, Function<T, Component> part) {
        Div list = new Div();
        items.forEach(it -> list.add(new Div(part.apply(it))));
        return list;
    }

    /// An indicator is led to, other words are told.
    static Component watched(String what) {
        return INDICATOR.matcher(what).matches()
                ? Parts.link(IndicatorNavigation.indicator(what), what)
                : new Span(what);
    }

    private static String orUnknown(String text) {
        return text.isBlank() ? Formats.UNKNOWN : text;
    }

    private static NativeButton button(String text, String id, Runnable action) {
        NativeButton button = new NativeButton(text, _ -> action.run());
        button.addClassName("text-button");
        button.setTestId(id);
        return button;
    }

    /// Inputs in which the page and what stands beside differ.
    private void showDifferences() {
        differences.removeAll();
        ScenarioPayload beside = scenarios.get(state.beside());
        if (beside == null) {
            return;
        }
        Inputs other = Inputs.of(model, beside.parameters());
        DataTable table =
                new DataTable(
                        "Inputs that differ",
                        DataTable.Column.text("Input"),
                        DataTable.Column.text("Here"),
                        DataTable.Column.text(beside.title()));
        boolean any = false;
        for (ParameterPayload parameter : model.parameters()) {
            String here = told(inputs, parameter);
            String there = told(other, parameter);
            if (!here.equals(there)) {
                any = true;
                table.row(Formats.capital(OutputLayout.words(parameter.name())), here, there)
                        .getElement()
                        .setAttribute("data-testid", "difference");
            }
        }
        differences.add(
                new H3("Beside: " + beside.title()),
                any ? table : new Paragraph("The inputs are the same."));
    }

    private static String told(Inputs of, ParameterPayload parameter) {
        if (!of.matters(parameter)) {
            return "of no matter";
        }
        return of.drawnFrom(parameter)
                .map(it -> "drawn from " + Distribution.words(it))
                .orElseGet(() ->
                        parameter.type().equals("TABLE")
                                ? ValueText.of(of.value(parameter))
                                : Quantities.text(of.value(parameter), parameter.unit()));
    }

    private void took(String id) {
        listed = "";
        Optional.ofNullable(scenarios.get(id)).ifPresent(steps::took);
    }

    private static boolean isAnalyst() {
        return SignedIn.current().map(Identity::isAnalyst).orElse(false);
    }

    private void save() {
        if (title.shown().isBlank()) {
            tell(Notice.Kind.WARNING, "A scenario needs a title.");
            return;
        }
        Optional<RunTerms> terms = terms(state, inputs);
        if (terms.isEmpty()) {
            tell(
                    Notice.Kind.WARNING,
                    "The scenario that was taken is not read yet, so that its correlations and"
                            + " thresholds would be missing: try again in a moment.");
            return;
        }
        Map<String, JsonNode> body = new LinkedHashMap<>(asked());
        body.putAll(terms.get().fields());
        body.put("title", Json.NODES.textNode(title.shown().strip()));
        body.put("model", Json.NODES.textNode(model.id()));
        body.put("argument", Json.NODES.textNode(argument.shown()));
        body.put("against", Json.NODES.textNode(against.shown()));
        send(token -> simulator.saveScenario(body, token));
    }

    private void importYaml() {
        String text = yaml.shown();
        if (text.isBlank()) {
            tell(Notice.Kind.WARNING, "There is nothing to import yet.");
            return;
        }
        send(token -> simulator.saveScenario(text, token));
    }

    private void fork(ScenarioPayload scenario) {
        Map<String, JsonNode> over = new LinkedHashMap<>(asked());
        over.put("parameters", Json.NODES.objectNode().setAll(edited(scenario)));
        over.put("title", Json.NODES.textNode(scenario.title() + ", forked"));
        correlations().ifPresent(it -> over.put(RunTerms.CORRELATIONS, it));
        send(token -> simulator.forkScenario(scenario.id(), over, token));
    }

    /// Those of the taken scenario that are left with what is drawn here.
    private Optional<JsonNode> correlations() {
        return terms(state, inputs).map(it -> it.fields().get(RunTerms.CORRELATIONS));
    }

    /// What somebody changed here since the scenario was taken; all else stays as it says. Who only
    /// looks at what the ledger holds has changed nothing.
    private Map<String, JsonNode> edited(ScenarioPayload scenario) {
        Map<String, JsonNode> edited =
                new LinkedHashMap<>(inputs.differingFrom(Inputs.of(model, scenario.parameters())));
        BoundInputs follows = bound;
        if (follows != null) {
            edited.entrySet().removeIf(it -> follows.holds(it.getKey(), it.getValue()));
        }
        return edited;
    }

    private void change(ScenarioPayload scenario) {
        Map<String, JsonNode> edited = edited(scenario);
        Map<String, JsonNode> body = new LinkedHashMap<>(scenario.more());
        body.putAll(asked());
        correlations().ifPresent(it -> body.put(RunTerms.CORRELATIONS, it));
        ObjectNode parameters = scenario.parameters().deepCopy();
        body.put("parameters", parameters.setAll(edited));
        // Who types a value in does not want the ledger's any more.
        if (scenario.bindings() instanceof ObjectNode bound) {
            body.put("bindings", bound.deepCopy().remove(edited.keySet()));
        }
        body.put("title", Json.NODES.textNode(scenario.title()));
        body.put("model", Json.NODES.textNode(model.id()));
        body.put("version", Json.NODES.numberNode(scenario.version()));
        body.put("argument", Json.NODES.textNode(scenario.argument()));
        body.put("against", Json.NODES.textNode(scenario.against()));
        ArrayNode watch = Json.NODES.arrayNode();
        scenario.watch().forEach(watch::add);
        body.put("watch", watch);
        ArrayNode sources = Json.NODES.arrayNode();
        for (ScenarioPayload.SourcePayload it : scenario.sources()) {
            ObjectNode source = sources.addObject().put("title", it.title());
            if (it.url() != null) {
                source.put("url", it.url());
            }
        }
        body.put("sources", sources);
        send(token -> simulator.changeScenario(scenario.id(), body, token));
    }

    /// What the page asks, as a scenario has it.
    private Map<String, JsonNode> asked() {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        asked.put("parameters", Json.NODES.objectNode().setAll(inputs.forSimulation()));
        state.plan().tell(asked);
        return asked;
    }

    private void send(Function<String, Answer<ScenarioPayload>> call) {
        SignedIn.current()
                .ifPresent(person ->
                        Background.load(
                                Background.pageOf(this),
                                () -> call.apply(person.token()),
                                this::sent));
    }

    private void sent(Answer<ScenarioPayload> answer) {
        switch (answer) {
            case Answer.Ok<ScenarioPayload>(var saved) -> {
                saving.setOpen(false);
                importing.setOpen(false);
                yaml.empty();
                tell(
                        Notice.Kind.INFO,
                        "Saved: %s, version %d.".formatted(saved.title(), saved.version()));
                if (saved.model().equals(model.id())) {
                    scenarios.put(saved.id(), saved);
                    shown = "";
                    listed = "";
                    steps.took(saved);
                } else {
                    said.add(
                            Parts.link(
                                    WorkbenchNavigation.model(saved.model()),
                                    "It is of the model " + saved.model()));
                }
            }
            case Answer.Failed<ScenarioPayload>(Failure failure) ->
                    tell(Notice.Kind.WARNING, failure.message());
        }
    }

    private void run(ScenarioPayload scenario) {
        SignedIn.current()
                .ifPresent(person ->
                        Background.load(
                                Background.pageOf(this),
                                () ->
                                        simulator.simulateScenario(
                                                scenario.id(), Map.of(), person.token()),
                                this::ran));
    }

    private void ran(Answer<SimulationPayload> answer) {
        switch (answer) {
            case Answer.Ok<SimulationPayload>(var begun) -> steps.began(begun.id());
            case Answer.Failed<SimulationPayload>(Failure failure) ->
                    tell(Notice.Kind.WARNING, failure.message());
        }
    }

    private void tell(Notice.Kind kind, String sentence) {
        said.removeAll();
        said.add(new Notice(kind, sentence));
    }
}
