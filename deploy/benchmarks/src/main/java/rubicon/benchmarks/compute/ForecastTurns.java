package rubicon.benchmarks.compute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Uniform;
import rubicon.simulator.montecarlo.Input;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Sampling;
import rubicon.simulator.montecarlo.Summary;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// The house's turns in [ForecastBench]: the engine of its simulations, from draws by sample index
/// to the sketch that merges, on a model of one line.
final class ForecastTurns {
    private static final List<Double> QUANTILES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private ForecastTurns() {}

    /// Takes turns until no line comes in.
    ///
    /// @param arguments the number of samples
    public static void main(String[] arguments) throws IOException {
        long samples = Long.parseLong(arguments[0]);
        Turns.take(line -> found(samples, Long.parseLong(line)));
    }

    /// Mean and quantiles.
    static double[] found(long samples, long seed) {
        Plan plan = plan(samples, seed);
        var tally = new Tally(plan);
        tally.add(new Worker(plan).run(0, plan.blocks(), () -> false));
        Summary summary = tally.summaries().getFirst();
        return Stream.concat(
                        Stream.of(summary.moments().mean()),
                        QUANTILES.stream().map(summary::quantile))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Plan plan(long samples, long seed) {
        var model = new Forecast();
        Assignment base =
                switch (Assignment.resolve(model.description(), Map.of())) {
                    case Resolution.Resolved(Assignment assignment) -> assignment;
                    case Resolution.Refused(var violations) ->
                            throw new IllegalStateException(violations.toString());
                };
        List<Input> inputs = new ArrayList<>();
        Forecast.DRAWN.forEach((name, distribution) ->
                inputs.add(
                        new Input(
                                Slot.of(name),
                                distribution,
                                false,
                                Forecast.LEAST,
                                Forecast.MOST)));
        List<Series> series = Series.of(model.description().outputs(), model.evaluate(base));
        return new Plan(
                model,
                base,
                inputs,
                List.of(),
                series,
                List.of(List.of()),
                Sampling.INDEPENDENT,
                samples,
                seed);
    }

    /// A product of two quantities, or with some probability a third.
    private static final class Forecast implements ScenarioModel {
        static final double LEAST = -1e9;
        static final double MOST = 1e9;

        static final Map<String, Distribution> DRAWN = drawn();

        private static Map<String, Distribution> drawn() {
            Map<String, Distribution> drawn = new java.util.LinkedHashMap<>();
            drawn.put("first", new LogNormal(0, 0.5, 0));
            drawn.put("second", new LogNormal(1, 0.75, 0));
            drawn.put("third", new Normal(5, 2));
            drawn.put("which", new Uniform(0, 1));
            return drawn;
        }

        private static final double PRODUCT = 0.7;

        private static final Description DESCRIPTION =
                new Description(
                        new ModelId("forecast"),
                        "Forecast",
                        "How much will it be?",
                        "1",
                        DRAWN.keySet().stream().map(Forecast::parameter).toList(),
                        List.of(Output.one("amount", "1", Output.Shape.REAL, "So much.")),
                        List.of(),
                        List.of());

        private static Parameter parameter(String name) {
            return new Parameter(
                    name,
                    name,
                    "1",
                    "A part of it.",
                    new Domain.Real(LEAST, MOST),
                    new Value.Real(1),
                    Optional.empty(),
                    Origin.OURS,
                    "the benchmark's");
        }

        @Override
        public Description description() {
            return DESCRIPTION;
        }

        @Override
        public Map<String, Value> evaluate(Assignment given) {
            double[] inputs = DESCRIPTION.parameters().stream().mapToDouble(given::real).toArray();
            return Map.of("amount", new Value.Real(amount(inputs)));
        }

        @Override
        public Sampler sampler(Assignment base, List<Slot> drawn, List<Series> series) {
            return new Amounts();
        }

        private static double amount(double[] inputs) {
            return amount(inputs[0], inputs[1], inputs[2], inputs[3]);
        }

        private static double amount(double first, double second, double third, double which) {
            return which < PRODUCT ? first * second : third;
        }

        private static final class Amounts implements Sampler {
            @Override
            public void run(double[] inputs, double[] outputs) {
                outputs[0] = amount(inputs);
            }

            @Override
            public void run(double[][] inputs, int first, int count, double[][] outputs) {
                double[] amounts = outputs[0];
                for (int i = 0; i < count; i++) {
                    int run = first + i;
                    amounts[i] =
                            amount(inputs[0][run], inputs[1][run], inputs[2][run], inputs[3][run]);
                }
            }
        }
    }
}
