package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.platform.ProblemException;
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
    private final Calibration calibration;
    private final Simulations simulations;
    private final ObjectMapper json;

    Comparison(
            RequestReader requests,
            Calibration calibration,
            Simulations simulations,
            ObjectMapper json) {
        this.requests = requests;
        this.calibration = calibration;
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
    /// @param bindings by parameter: what of the ledger it takes
    /// @param readings what the values and quantiles were computed with in the place of its
    ///   bindings: what was read for that run; without a run, what is read now
    /// @param unread why nothing could be read, so that the scenario's own values or the defaults
    ///   stand in; null if it was
    public record Side(
            String id,
            int version,
            String title,
            String model,
            @Nullable UUID simulation,
            Map<String, Reference> bindings,
            List<ReadValue> readings,
            @Nullable String unread) {}

    /// A parameter.
    ///
    /// @param values as they were given, a distribution where it is drawn; else the default
    public record ParameterRow(
            String name, String symbol, String unit, List<@Nullable Object> values) {}

    /// An output.
    ///
    /// @param along of a list: the parameter or output whose items it follows
    /// @param axes the items that it follows
    /// @param values with all that is drawn at its median, from what `readings` of the scenario
    ///   tell
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
    private record One(Scenario scenario, Plan plan, Map<String, Value> answers, Inputs inputs) {

        Side side() {
            return new Side(
                    scenario.id().value(),
                    scenario.version(),
                    scenario.definition().title(),
                    scenario.definition().model(),
                    inputs.run().map(Simulations.Finished::id).orElse(null),
                    scenario.definition().bindings(),
                    inputs.readings(),
                    inputs.unread());
        }

        Optional<Value> value(String name) {
            return Optional.ofNullable(answers.get(name))
                    .or(() -> Optional.ofNullable(plan.base().values().get(name)));
        }

        @Nullable Object quantiles(String output) {
            if (inputs.run().isEmpty()) {
                return null;
            }
            Results.Result found = inputs.run().get().result();
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

    /// What a scenario is computed with.
    private record Inputs(
            JsonNode body,
            List<ReadValue> readings,
            @Nullable String unread,
            Optional<Simulations.Finished> run) {}

    private One one(Scenario scenario) {
        Inputs inputs = inputs(scenario);
        Plan plan = requests.read(inputs.body()).plan();
        return new One(scenario, plan, plan.model().evaluate(plan.base()), inputs);
    }

    /// A run's own where there is one, so that values and quantiles are of the same.
    private Inputs inputs(Scenario scenario) {
        Optional<Simulations.Finished> run =
                simulations.newest(new ScenarioVersion(scenario.id().value(), scenario.version()));
        Definition said = scenario.definition();
        if (said.bindings().isEmpty()) {
            return new Inputs(said.run(), List.of(), null, run);
        }
        if (run.isPresent()) {
            return new Inputs(run.get().request(), run.get().readings(), null, run);
        }
        try {
            Calibration.Resolved now = calibration.bound(said.run(), said.bindings());
            JsonNode body = Objects.requireNonNull(now.body());
            // What the ledger holds may be nothing that the model takes.
            requests.read(body);
            return new Inputs(body, now.readings(), null, run);
        } catch (ProblemException e) {
            return new Inputs(said.run(), List.of(), String.valueOf(e.problem().detail()), run);
        }
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
