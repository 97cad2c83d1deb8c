package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.simulation.RequestReader;
import rubicon.simulator.simulation.Results;
import rubicon.simulator.simulation.ScenarioVersion;
import rubicon.simulator.simulation.Simulations;

/// Lays scenarios side by side: where their assumptions differ, and what follows from each.
@ApplicationScoped
class Comparison {
    private final RequestReader requests;
    private final Simulations simulations;
    private final ObjectMapper json;

    Comparison(RequestReader requests, Simulations simulations, ObjectMapper json) {
        this.requests = requests;
        this.simulations = simulations;
        this.json = json;
    }

    /// Scenarios side by side. Each list of values has the scenarios' order and null where one has
    /// none.
    ///
    /// @param parameters those that differ
    /// @param outputs all that some scenario answers
    public record Compared(
            List<Side> scenarios, List<ParameterRow> parameters, List<OutputRow> outputs) {}

    /// A scenario.
    ///
    /// @param simulation its newest finished run, null if there is none of this version
    public record Side(
            String id, int version, String title, String model, @Nullable UUID simulation) {}

    /// A parameter.
    ///
    /// @param values as they were given, a distribution where it is drawn; else the default
    public record ParameterRow(
            String name, String symbol, String unit, List<@Nullable Object> values) {}

    /// An output.
    ///
    /// @param along of a list: the parameter or output whose items it follows
    /// @param axes the items that it follows
    /// @param values with all that is drawn at its median
    /// @param quantiles of the newest finished run: of a number by share, of a list by share and
    ///   item
    public record OutputRow(
            String name,
            String unit,
            @Nullable String along,
            List<@Nullable Object> axes,
            List<@Nullable Object> values,
            List<@Nullable Object> quantiles) {}

    /// Scenarios side by side, in their order.
    Compared of(List<Scenario> scenarios) {
        List<One> all = scenarios.stream().map(this::one).toList();
        return new Compared(all.stream().map(One::side).toList(), parameters(all), outputs(all));
    }

    /// A scenario with what follows from it.
    private record One(
            Scenario scenario,
            Plan plan,
            Map<String, Value> answers,
            Optional<Simulations.Finished> run) {

        Side side() {
            return new Side(
                    scenario.id().value(),
                    scenario.version(),
                    scenario.definition().title(),
                    scenario.definition().model(),
                    run.map(Simulations.Finished::id).orElse(null));
        }

        Optional<Value> value(String name) {
            return Optional.ofNullable(answers.get(name))
                    .or(() -> Optional.ofNullable(plan.base().values().get(name)));
        }

        @Nullable Object quantiles(String output) {
            if (run.isEmpty()) {
                return null;
            }
            Results.Result found = run.get().result();
            for (Results.Figure it : found.outputs()) {
                if (it.name().equals(output)) {
                    return it.quantiles();
                }
            }
            for (Results.Fan it : found.fans()) {
                if (it.name().equals(output)) {
                    return it.quantiles();
                }
            }
            return null;
        }
    }

    private One one(Scenario scenario) {
        Plan plan = requests.read(scenario.definition().run()).plan();
        return new One(
                scenario,
                plan,
                plan.model().evaluate(plan.base()),
                simulations.newest(new ScenarioVersion(scenario.id().value(), scenario.version())));
    }

    private List<ParameterRow> parameters(List<One> all) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        all.forEach(it ->
                it.plan()
                        .model()
                        .description()
                        .parameters()
                        .forEach(one -> byName.putIfAbsent(one.name(), one)));
        List<ParameterRow> rows = new ArrayList<>();
        byName.forEach((name, parameter) -> {
            List<@Nullable Object> values = each(all, it -> given(it, name));
            if (values.stream().distinct().count() > 1) {
                rows.add(new ParameterRow(name, parameter.symbol(), parameter.unit(), values));
            }
        });
        return rows;
    }

    /// As trees, so that what is equal is equal wherever it was written.
    private @Nullable Object given(One one, String parameter) {
        if (one.scenario().definition().bindings().containsKey(parameter)) {
            return json.<JsonNode>valueToTree(
                    one.scenario().definition().bindings().get(parameter));
        }
        JsonNode given = one.scenario().definition().run().path("parameters").path(parameter);
        if (!given.isMissingNode() && !given.isNull()) {
            return given;
        }
        return one.value(parameter)
                .map(it -> json.<JsonNode>valueToTree(Values.write(it)))
                .orElse(null);
    }

    private static List<OutputRow> outputs(List<One> all) {
        Map<String, Output> byName = new LinkedHashMap<>();
        all.forEach(it ->
                it.plan()
                        .model()
                        .description()
                        .outputs()
                        .forEach(one -> byName.putIfAbsent(one.name(), one)));
        return byName.values().stream()
                .map(it ->
                        new OutputRow(
                                it.name(),
                                it.unit(),
                                it.along().orElse(null),
                                it.along()
                                        .map(axis -> each(all, one -> written(one, axis)))
                                        .orElse(List.of()),
                                each(all, one -> written(one, it.name())),
                                each(all, one -> one.quantiles(it.name()))))
                .toList();
    }

    private static @Nullable Object written(One one, String name) {
        return one.value(name).map(Values::write).orElse(null);
    }

    private static List<@Nullable Object> each(
            List<One> all, Function<One, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        all.forEach(it -> values.add(value.apply(it)));
        return values;
    }
}
