package rubicon.simulator.scenario;

import java.util.Map;

/// A scenario: it answers one question by arithmetic over its parameters. Equal assignments give
/// equal outputs, bit for bit, for a model is a pure function.
public interface ScenarioModel {

    /// What the model asks, takes and answers.
    Description description();

    /// One deterministic run.
    ///
    /// @param assignment values of exactly this model's parameters, all inside their domains
    /// @return one value for each of the description's outputs, in their order
    Map<String, Value> evaluate(Assignment assignment);
}
