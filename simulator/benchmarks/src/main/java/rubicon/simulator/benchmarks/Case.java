package rubicon.simulator.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// A model as it is measured: with its defaults, and one of its choices where those decide which
/// parameters count.
///
/// @param name such as `s-curves` or `takeoff variant=ces`
record Case(String name, ScenarioModel model, Assignment base) {

    /// Of every model that there is.
    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (ScenarioModel model : new Models().all()) {
            Description description = model.description();
            List<Case> ofModel =
                    description.parameters().stream()
                            .filter(it -> decides(description, it))
                            .flatMap(it -> choices(model, it))
                            .toList();
            String id = description.id().value();
            cases.addAll(ofModel.isEmpty() ? List.of(of(id, model, Map.of())) : ofModel);
        }
        return cases;
    }

    static Case named(String name) {
        return all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean decides(Description description, Parameter parameter) {
        return description.parameters().stream()
                .anyMatch(it ->
                        it.onlyFor()
                                .filter(only -> only.parameter().equals(parameter.name()))
                                .isPresent());
    }

    private static Stream<Case> choices(ScenarioModel model, Parameter parameter) {
        return parameter.domain() instanceof Domain.Choice(var names)
                ? names.stream()
                        .map(it ->
                                of(
                                        "%s %s=%s"
                                                .formatted(
                                                        model.description().id().value(),
                                                        parameter.name(),
                                                        it),
                                        model,
                                        Map.of(parameter.name(), new Value.Text(it))))
                : Stream.of();
    }

    private static Case of(String name, ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment base) -> new Case(name, model, base);
            case Resolution.Refused(var violations) ->
                    throw new IllegalStateException(violations.toString());
        };
    }

    /// Whether a parameter counts for what is chosen.
    boolean counts(Parameter parameter) {
        return parameter
                .onlyFor()
                .filter(it ->
                        !(base.values().get(it.parameter()) instanceof Value.Text(String chosen)
                                && it.choices().contains(chosen)))
                .isEmpty();
    }
}
