package rubicon.simulator.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;

/// What each input does by itself: moved from its 10 % to its 90 % quantile while all others stay
/// at their medians.
///
/// @param series the scalar series, in their order
/// @param middle their values with all inputs at their medians; NaN where not defined
/// @param bars by input
public record Tornado(List<Series> series, List<Double> middle, List<Bar> bars) {

    /// One input.
    ///
    /// @param low, high the input's own 10 % and 90 % quantile
    /// @param atLow, atHigh the series' values there
    public record Bar(double low, double high, List<Double> atLow, List<Double> atHigh) {}

    /// Computes it: two runs for each input.
    public static Tornado of(Plan plan) {
        List<Series> scalars = plan.series().stream().filter(Series::isScalar).toList();
        Sampler sampler = plan.model().sampler(plan.base(), plan.slots(), scalars);
        List<Input> inputs = plan.inputs();
        double[] medians = inputs.stream().mapToDouble(it -> it.at(0.5)).toArray();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            double low = inputs.get(i).at(0.1);
            double high = inputs.get(i).at(0.9);
            bars.add(
                    new Bar(
                            low,
                            high,
                            run(sampler, moved(medians, i, low), scalars.size()),
                            run(sampler, moved(medians, i, high), scalars.size())));
        }
        return new Tornado(scalars, run(sampler, medians, scalars.size()), bars);
    }

    private static double[] moved(double[] medians, int input, double value) {
        double[] moved = medians.clone();
        moved[input] = value;
        return moved;
    }

    private static List<Double> run(Sampler sampler, double[] inputs, int outputs) {
        double[] answer = new double[outputs];
        sampler.run(inputs, answer);
        return Arrays.stream(answer).boxed().toList();
    }
}
