package rubicon.simulator.scenario;

import java.util.List;
import java.util.Map;

/// Answers each run by a whole evaluation of the model.
record EvaluatingSampler(
        ScenarioModel model, Assignment base, List<Slot> drawn, List<Series> series)
        implements Sampler {

    EvaluatingSampler {
        drawn = List.copyOf(drawn);
        series = List.copyOf(series);
    }

    @Override
    public void run(double[] inputs, double[] outputs) {
        Map<String, Value> answer = model.evaluate(base.with(drawn, inputs));
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = number(answer, series.get(i));
        }
    }

    private static double number(Map<String, Value> answer, Series series) {
        return switch (answer.get(series.output().name())) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> whole;
            case Value.Reals(var reals) -> reals.get(series.item());
            case Value.Undefined _ -> Double.NaN;
            case null, default ->
                    throw new IllegalStateException(
                            series.output().name() + " was not answered as it is described");
        };
    }
}
