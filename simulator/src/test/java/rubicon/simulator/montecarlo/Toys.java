package rubicon.simulator.montecarlo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import rubicon.model.stats.Distribution;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// Models small enough to know what must come out.
final class Toys {
    private Toys() {}

    /// Inputs `x1` to `xn`; the output `y` of a function of them and `multiples`, y times 0 to 4.
    static ScenarioModel of(int inputs, ToDoubleFunction<double[]> function) {
        return new ScenarioModel() {
            @Override
            public Description description() {
                List<Parameter> parameters =
                        IntStream.rangeClosed(1, inputs).mapToObj(Toys::parameter).toList();
                return new Description(
                        new ModelId("toy"),
                        "Toy",
                        "What comes out?",
                        "1",
                        parameters,
                        List.of(
                                Output.one("y", "1", Output.Shape.REAL, "The answer.")
                                        .exceeding(0.0),
                                Output.one("axis", "1", Output.Shape.REALS, "Multiples."),
                                Output.along("axis", "multiples", "1", "Times the answer.")),
                        List.of("nobody"),
                        List.of("a toy"));
            }

            @Override
            public Map<String, Value> evaluate(Assignment assignment) {
                double[] x =
                        description().parameters().stream().mapToDouble(assignment::real).toArray();
                double y = function.applyAsDouble(x);
                Map<String, Value> outputs = new LinkedHashMap<>();
                outputs.put(
                        "y",
                        Double.isNaN(y) ? new Value.Undefined("is not there") : new Value.Real(y));
                outputs.put("axis", Value.Reals.of(0, 1, 2, 3, 4));
                double end = Double.isFinite(y) ? y : 0;
                outputs.put("multiples", Value.Reals.of(0, end, 2 * end, 3 * end, 4 * end));
                return outputs;
            }
        };
    }

    static Plan plan(ScenarioModel model, Sampling sampling, long samples, Distribution... drawn) {
        return plan(model, sampling, samples, List.of(), drawn);
    }

    static Plan plan(
            ScenarioModel model,
            Sampling sampling,
            long samples,
            List<Correlation> correlations,
            Distribution... drawn) {
        Assignment base =
                switch (Assignment.resolve(model.description(), Map.of())) {
                    case Resolution.Resolved(Assignment resolved) -> resolved;
                    case Resolution.Refused refused -> throw new AssertionError(refused);
                };
        List<Series> series =
                Series.of(
                        model.description().outputs().stream().filter(Output::isSampled).toList(),
                        model.evaluate(base));
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            inputs.add(new Input(Slot.of("x" + (i + 1)), drawn[i], false, -1e9, 1e9));
        }
        return new Plan(
                model,
                base,
                inputs,
                correlations,
                series,
                series.stream().map(it -> it.output().thresholds()).toList(),
                sampling,
                samples,
                7);
    }

    private static Parameter parameter(int number) {
        return new Parameter(
                "x" + number,
                "x",
                "1",
                "An input.",
                new Domain.Real(-1e9, 1e9),
                new Value.Real(0),
                Optional.empty(),
                Origin.OURS,
                "a toy");
    }
}
