package rubicon.simulator.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// Runs a second of a scenario model on one core: asked for by itself with its defaults, and as one
/// of many samples, its drawable parameters from their priors (of a model without any, near their
/// defaults) and all outputs that a simulation summarises. [#main] measures every model that there
/// is.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ModelBenchmark {
    private static final int DRAWS = 256;

    /// As [Case] names them.
    @Param({"compounding-error"})
    public String model = "";

    private Case given = Case.all().getFirst();
    private Sampler sampler = (_, _) -> {};
    private double[][] drawn = {};
    private double[] outputs = {};
    private int next;

    /// Measures all cases; options are JMH's.
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        var options =
                new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(ModelBenchmark.class.getName());
        if (List.of(arguments).stream().noneMatch("-p"::equals)) {
            options.param("model", Case.all().stream().map(Case::name).toArray(String[]::new));
        }
        new Runner(options.build()).run();
    }

    /// Draws beforehand: what is measured is the model.
    @Setup
    public void draw() {
        given = Case.named(model);
        List<Parameter> inputs = inputs(given);
        List<Series> series =
                Series.of(
                        given.model().description().outputs().stream()
                                .filter(Output::isSampled)
                                .toList(),
                        given.model().evaluate(given.base()));
        sampler =
                given.model()
                        .sampler(
                                given.base(),
                                inputs.stream().map(it -> Slot.of(it.name())).toList(),
                                series);
        outputs = new double[series.size()];
        var stream = new SplitMix64(1);
        drawn = new double[DRAWS][inputs.size()];
        for (double[] draw : drawn) {
            for (int i = 0; i < draw.length; i++) {
                draw[i] = inside(inputs.get(i), stream.nextOpenUniform());
            }
        }
    }

    /// What has a prior; of a model without one all that may be drawn, lest nothing be measured.
    private static List<Parameter> inputs(Case of) {
        List<Parameter> drawable =
                of.model().description().parameters().stream()
                        .filter(it -> it.isDrawable() && of.counts(it))
                        .toList();
        List<Parameter> believed = drawable.stream().filter(it -> it.prior().isPresent()).toList();
        return believed.isEmpty() ? drawable : believed;
    }

    private static double inside(Parameter parameter, double share) {
        double drawn =
                parameter
                        .prior()
                        .map(it -> it.quantile(share))
                        .orElseGet(() -> number(parameter.defaultValue()) * (0.9 + 0.2 * share));
        return switch (parameter.domain()) {
            case Domain.Real real -> Math.clamp(drawn, real.min(), real.max());
            case Domain.Whole whole ->
                    Math.clamp(Math.rint(drawn), (double) whole.min(), (double) whole.max());
            default -> drawn;
        };
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> (double) whole;
            default -> throw new IllegalStateException(value + " is no number");
        };
    }

    /// One run by itself.
    @Benchmark
    public Map<String, Value> evaluate() {
        return given.model().evaluate(given.base());
    }

    /// One sample of many.
    @Benchmark
    public double[] sample() {
        next = (next + 1) % DRAWS;
        sampler.run(drawn[next], outputs);
        return outputs;
    }
}
