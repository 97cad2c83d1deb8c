package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// The loop over samples makes no garbage: what a sampler works with is made once.
class SamplersAllocateNothingTest {
    /// Models whose samplers keep this promise, at each choice that decides what counts.
    private static final Set<String> MODELS = Set.of("takeoff");

    private static final int DRAWS = 64;
    private static final int SAMPLES = 2_000;
    private static final int MOST_ROUNDS = 20;

    /// In all samples of a round: the virtual machine may need some for itself.
    private static final long FEW_BYTES = 256;

    static Stream<Arguments> cases() {
        return new Models()
                .all().stream()
                        .filter(it -> MODELS.contains(it.description().id().value()))
                        .flatMap(
                                model -> choices(model).map(choice -> Arguments.of(model, choice)));
    }

    /// Each choice of the parameter that decides which others count; none where there is no such.
    private static Stream<Map<String, Value>> choices(ScenarioModel model) {
        return model.description().parameters().stream()
                .flatMap(it -> it.onlyFor().stream())
                .map(Parameter.OnlyFor::parameter)
                .findFirst()
                .map(decides ->
                        model.description().parameters().stream()
                                .filter(it -> it.name().equals(decides))
                                .flatMap(it ->
                                        it.domain() instanceof Domain.Choice(var names)
                                                ? names.stream()
                                                : Stream.empty())
                                .map(name -> Map.<String, Value>of(decides, new Value.Text(name))))
                .orElse(Stream.of(Map.of()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("cases")
    void aLoopOverSamplesAllocatesNothing(ScenarioModel model, Map<String, Value> choice) {
        Assignment base = assignment(model, choice);
        List<Parameter> drawn =
                model.description().parameters().stream()
                        .filter(it -> it.prior().isPresent() && counts(it, base))
                        .toList();
        List<Series> series =
                Series.of(
                        model.description().outputs().stream().filter(Output::isSampled).toList(),
                        model.evaluate(base));
        Sampler sampler =
                model.sampler(base, drawn.stream().map(it -> Slot.of(it.name())).toList(), series);
        double[][] inputs = draws(drawn);
        double[][] outputs = new double[series.size()][DRAWS];
        // The least of several rounds, for in any of them the virtual machine may be at work.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least > FEW_BYTES; round++) {
            least = Math.min(least, allocated(sampler, inputs, outputs));
        }
        assertThat(least).as("bytes in %d samples", SAMPLES).isLessThanOrEqualTo(FEW_BYTES);
    }

    private static long allocated(Sampler sampler, double[][] inputs, double[][] outputs) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int done = 0; done < SAMPLES; done += DRAWS) {
            sampler.run(inputs, 0, Math.min(DRAWS, SAMPLES - done), outputs);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static double[][] draws(List<Parameter> drawn) {
        var stream = new SplitMix64(4);
        double[][] inputs = new double[drawn.size()][DRAWS];
        for (int i = 0; i < inputs.length; i++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                inputs[i][draw] = inside(drawn.get(i), stream.nextOpenUniform());
            }
        }
        return inputs;
    }

    private static double inside(Parameter parameter, double share) {
        double drawn = parameter.prior().orElseThrow().quantile(share);
        return switch (parameter.domain()) {
            case Domain.Real real -> Math.clamp(drawn, real.min(), real.max());
            case Domain.Whole whole ->
                    Math.clamp(Math.rint(drawn), (double) whole.min(), (double) whole.max());
            default -> throw new AssertionError(parameter.name() + " is no number");
        };
    }

    private static boolean counts(Parameter parameter, Assignment base) {
        return parameter
                .onlyFor()
                .map(it ->
                        base.values().get(it.parameter()) instanceof Value.Text(String choice)
                                && it.choices().contains(choice))
                .orElse(true);
    }

    private static Assignment assignment(ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }
}
