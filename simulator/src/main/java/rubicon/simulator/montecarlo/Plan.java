package rubicon.simulator.montecarlo;

import java.util.List;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;

/// A Monte Carlo run, complete and checked: equal plans give equal bytes.
///
/// @param base the values of all that is not drawn
/// @param inputs their slots different; none for a run without chance
/// @param correlations each pair once
/// @param series what is summarised
/// @param thresholds for each series the values to exceed
/// @param samples at least 1
public record Plan(
        ScenarioModel model,
        Assignment base,
        List<Input> inputs,
        List<Correlation> correlations,
        List<Series> series,
        List<List<Double>> thresholds,
        Sampling sampling,
        long samples,
        long seed) {

    public Plan {
        inputs = List.copyOf(inputs);
        correlations = List.copyOf(correlations);
        series = List.copyOf(series);
        thresholds = thresholds.stream().map(List::copyOf).toList();
        if (samples < 1 || thresholds.size() != series.size()) {
            throw new IllegalArgumentException("no plan: " + samples + " samples");
        }
    }

    /// The places of the drawn numbers.
    List<Slot> slots() {
        return inputs.stream().map(Input::slot).toList();
    }

    /// How many blocks the samples fill.
    public int blocks() {
        return Blocks.count(samples);
    }

    /// By how much the correlation changed that was least possible beside the others; 0 if all were
    /// possible.
    public double correlationAdjustment() {
        return Copula.of(inputs.size(), correlations).adjustment();
    }

    /// All inputs at one share of their distributions.
    public double[] drawnAt(double share) {
        return inputs.stream().mapToDouble(it -> it.at(share)).toArray();
    }

    Uniforms uniforms() {
        List<String> names = inputs.stream().map(it -> it.slot().toString()).toList();
        return switch (sampling) {
            case INDEPENDENT -> new IndependentUniforms(seed, names);
            case LATIN_HYPERCUBE -> new LatinHypercube(seed, names, samples);
            case SOBOL -> new SobolPoints(seed, names);
        };
    }
}
