package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of a model is shown. Inputs stand as text until the model is there that says what they
/// mean.
///
/// @param values inputs that differ from their defaults, by name; of a table as [TableText] has it,
///   such as `positions.2.end2026`, or the whole of it
/// @param draws what simulations draw inputs from where it is not the usual
/// @param plan how simulations are drawn
/// @param run the simulation that is shown; empty for none
/// @param scale of all curves; empty for each as it suits
/// @param scenario that was taken; empty for none
/// @param beside the scenario that is shown beside; empty for none
/// @param output of a simulation that is looked at closely; empty for the first
record WorkbenchViewState(
        Map<String, String> values,
        Map<String, String> draws,
        RunPlan plan,
        String run,
        Optional<YScale> scale,
        String scenario,
        String beside,
        String output) {
    static final WorkbenchViewState DEFAULT =
            new WorkbenchViewState(
                    Map.of(), Map.of(), RunPlan.DEFAULT, "", Optional.empty(), "", "", "");

    private static final String VALUE = "p.";
    private static final String DRAW = "d.";
    private static final String FIXED = "fixed";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,80}");

    WorkbenchViewState {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        draws = Collections.unmodifiableMap(new TreeMap<>(draws));
    }

    static Parsed<WorkbenchViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new WorkbenchViewState(
                        prefixed(query, VALUE),
                        prefixed(query, DRAW),
                        RunPlan.read(reader),
                        id(reader, "run"),
                        reader.value("scale", YScale::of, "linear, log"),
                        id(reader, "scenario"),
                        id(reader, "beside"),
                        id(reader, "output")));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        values.forEach((name, text) -> query.put(VALUE + name, text));
        draws.forEach((name, text) -> query.put(DRAW + name, text));
        query.putAll(plan.toQuery());
        Map.of("run", run, "scenario", scenario, "beside", beside, "output", output)
                .forEach((key, text) -> {
                    if (!text.isEmpty()) {
                        query.put(key, text);
                    }
                });
        scale.ifPresent(it -> query.put("scale", it.key()));
        return query;
    }

    /// The inputs that the address tells; what it tells wrongly is left out with a notice.
    Parsed<Inputs> inputs(ScenarioModelPayload model) {
        QueryReader notices = new QueryReader(Map.of());
        Inputs inputs = Inputs.defaults(model);
        for (ParameterPayload parameter : model.parameters()) {
            Optional<JsonNode> value = value(parameter, notices);
            if (value.isPresent()) {
                inputs = inputs.with(parameter.name(), value.get());
            }
        }
        for (ParameterPayload parameter : model.parameters()) {
            String text = draws.get(parameter.name());
            if (text != null && parameter.drawable()) {
                Optional<JsonNode> from =
                        text.equals(FIXED) ? Optional.empty() : ValueText.parseDistribution(text);
                if (from.isEmpty() && !text.equals(FIXED)) {
                    notices.notice(wrong(DRAW + parameter.name(), text));
                } else {
                    inputs = inputs.drawing(parameter, from);
                }
            }
        }
        return notices.parsed(inputs);
    }

    /// The same with other inputs.
    WorkbenchViewState with(Inputs inputs) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> drawn = new TreeMap<>();
        inputs.changed()
                .forEach((name, value) -> {
                    ParameterPayload parameter = inputs.model().parameter(name).orElseThrow();
                    texts.putAll(texts(parameter, value));
                });
        inputs.draws()
                .forEach((name, from) ->
                        drawn.put(name, from.isObject() ? ValueText.ofDistribution(from) : FIXED));
        return new WorkbenchViewState(texts, drawn, plan, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withPlan(RunPlan plan) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withRun(String run) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withScale(Optional<YScale> scale) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withScenario(String scenario) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    /// The same with a scenario's name and plan; its inputs are told by themselves.
    WorkbenchViewState taking(ScenarioPayload taken) {
        return withScenario(taken.id()).withPlan(RunPlan.of(taken));
    }

    WorkbenchViewState withBeside(String beside) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withOutput(String output) {
        return new WorkbenchViewState(values, draws, plan, run, scale, scenario, beside, output);
    }

    private Optional<JsonNode> value(ParameterPayload parameter, QueryReader notices) {
        String text = values.get(parameter.name());
        if (text != null) {
            Optional<JsonNode> value = ValueText.parse(parameter, text);
            if (value.isEmpty()) {
                notices.notice(wrong(VALUE + parameter.name(), text));
            }
            return value;
        }
        return parameter.type().equals("TABLE")
                ? TableText.read(
                        parameter,
                        values,
                        key -> notices.notice(wrong(VALUE + key, values.getOrDefault(key, ""))))
                : Optional.empty();
    }

    /// How a value stands in the address.
    private static Map<String, String> texts(ParameterPayload parameter, JsonNode value) {
        return parameter.type().equals("TABLE")
                ? TableText.of(parameter, value)
                : Map.of(parameter.name(), ValueText.of(value));
    }

    private static String wrong(String key, String text) {
        return "The address says %s=%s, which is not understood; the default is shown."
                .formatted(key, text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }

    private static Map<String, String> prefixed(Map<String, List<String>> query, String prefix) {
        Map<String, String> found = new TreeMap<>();
        query.forEach((key, texts) -> {
            if (key.startsWith(prefix) && !texts.isEmpty()) {
                found.put(key.substring(prefix.length()), texts.getFirst());
            }
        });
        return found;
    }

    private static String id(QueryReader reader, String key) {
        return reader.value(
                        key, it -> Optional.of(it).filter(t -> ID.matcher(t).matches()), "an id")
                .orElse("");
    }
}
