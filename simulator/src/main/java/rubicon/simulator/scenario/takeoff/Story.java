package rubicon.simulator.scenario.takeoff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Value;

/// What a variant answers, put together piece by piece; what it does not answer is undefined.
final class Story {
    private final Variant variant;
    private final Map<String, Value> told = new LinkedHashMap<>();

    Story(Variant variant) {
        this.variant = variant;
    }

    Story tell(Output output, double number) {
        return tell(output, new Value.Real(number));
    }

    Story tell(Output output, double[] numbers) {
        return tell(output, Value.Reals.of(numbers));
    }

    Story tell(Output output, List<String> words) {
        return tell(output, new Value.Texts(words));
    }

    Story tell(Output output, Value value) {
        told.put(output.name(), value);
        return this;
    }

    /// The path's axis and its two lines.
    Story path(double[] time, double[] progress, double[] growth) {
        return tell(TakeoffOutputs.TIME, time)
                .tell(TakeoffOutputs.PROGRESS, progress)
                .tell(TakeoffOutputs.GROWTH, growth);
    }

    /// Milestones in the order in which they are added.
    Story milestones(Map<String, Double> years) {
        return tell(TakeoffOutputs.MILESTONE, new ArrayList<>(years.keySet()))
                .tell(
                        TakeoffOutputs.MILESTONE_TIME,
                        years.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// All outputs in their order.
    Map<String, Value> outputs() {
        return outputs("is no answer of the variant " + variant.text());
    }

    /// All outputs, those that are not told for a reason.
    Map<String, Value> outputs(String reason) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (Output output : TakeoffOutputs.ALL) {
            outputs.put(
                    output.name(), told.getOrDefault(output.name(), new Value.Undefined(reason)));
        }
        return Collections.unmodifiableMap(outputs);
    }

    /// Equal steps from 0 to a length.
    static double[] grid(double years) {
        double[] times = new double[TakeoffOutputs.POINTS];
        for (int i = 0; i < times.length; i++) {
            times[i] = years * i / (times.length - 1);
        }
        return times;
    }
}
