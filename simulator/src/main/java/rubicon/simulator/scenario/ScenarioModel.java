package rubicon.simulator.scenario;

import java.util.List;
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

    /// What a simulation draws beside the priors of parameters, unless a call gave the place a
    /// distribution.
    ///
    /// @param base the values about which it is drawn
    default List<Belief> beliefs(Assignment base) {
        return List.of();
    }

    /// Prepares many runs that differ from one in a few numbers. What it answers is what
    /// [#evaluate] answers, bit for bit; a model overrides it where it can answer faster.
    ///
    /// @param base all other values
    /// @param drawn where the numbers go, each a number of this model's parameters
    /// @param series what to answer
    default Sampler sampler(Assignment base, List<Slot> drawn, List<Series> series) {
        return new EvaluatingSampler(this, base, drawn, series);
    }
}
