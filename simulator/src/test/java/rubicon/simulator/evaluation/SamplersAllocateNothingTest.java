package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// The loop over samples makes no garbage, whatever number is drawn: of every model that there is,
/// at each choice that it leaves. Not so where a table or a prior is read before, for then each
/// sample is an evaluation.
class SamplersAllocateNothingTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 2_000;
    private static final int MOST_ROUNDS = 20;

    /// Of all rounds' best, for in any of them the virtual machine may be at work; a sample that
    /// allocates an object takes 32,000 at least.
    private static final long MOST_BYTES = 500;

    /// Of a model what only a library can answer, which allocates; see the README of the
    /// benchmarks.
    private static final Map<String, Set<String>> BY_LIBRARY =
            Map.of("compounding-error", Set.of("errorAlpha", "errorBeta"));

    static Stream<Arguments> cases() {
        return new Models()
                .all().stream()
                        .flatMap(model ->
                                bases(model)
                                        .flatMap(given ->
                                                drawn(model, assignment(model, given))
                                                        .map(it ->
                                                                Arguments.of(
                                                                        named(model),
                                                                        given,
                                                                        named(it)))));
    }

    private static Named<ScenarioModel> named(ScenarioModel model) {
        return Named.of(model.description().id().value(), model);
    }

    private static Named<List<Parameter>> named(List<Parameter> drawn) {
        return Named.of(
                drawn.stream().map(Parameter::name).collect(Collectors.joining(", ")), drawn);
    }

    /// One of which nothing can be drawn would be held by no case.
    @Test
    void everyModelIsHeld() {
        assertThat(new Models().all())
                .allSatisfy(model ->
                        assertThat(drawn(model, assignment(model, Map.of())))
                                .as(model.description().id().value())
                                .isNotEmpty());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void samplesAllocateNothing(
            ScenarioModel model, Map<String, Value> given, List<Parameter> drawn) {
        Assignment base = assignment(model, given);
        List<Series> series =
                Series.of(
                        model.description().outputs().stream().filter(Output::isSampled).toList(),
                        model.evaluate(base));
        Sampler sampler =
                model.sampler(base, drawn.stream().map(it -> Slot.of(it.name())).toList(), series);
        double[][] inputs = new double[drawn.size()][RUNS];
        var stream = new SplitMix64(8);
        for (int i = 0; i < drawn.size(); i++) {
            for (int run = 0; run < RUNS; run++) {
                inputs[i][run] = inside(drawn.get(i), stream.nextOpenUniform());
            }
        }
        double[][] outputs = new double[series.size()][RUNS];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least > MOST_BYTES; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            sampler.run(inputs, 0, RUNS, outputs);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes of %d samples", RUNS).isLessThan(MOST_BYTES);
    }

    /// All with a prior; and all that may be drawn.
    private static Stream<List<Parameter>> drawn(ScenarioModel model, Assignment base) {
        Set<String> byLibrary = BY_LIBRARY.getOrDefault(model.description().id().value(), Set.of());
        Set<String> before =
                model instanceof KernelModel kernels ? kernels.readBefore(base) : Set.of();
        List<Parameter> drawable =
                model.description().parameters().stream()
                        .filter(Parameter::isDrawable)
                        .filter(it -> counts(it, base))
                        .filter(it -> !byLibrary.contains(it.name()))
                        .filter(it -> !before.contains(it.name()))
                        .toList();
        return Stream.of(drawable.stream().filter(it -> it.prior().isPresent()).toList(), drawable)
                .filter(it -> !it.isEmpty())
                .distinct();
    }

    private static boolean counts(Parameter parameter, Assignment base) {
        return parameter
                .onlyFor()
                .map(it ->
                        base.values().get(it.parameter()) instanceof Value.Text(String choice)
                                && it.choices().contains(choice))
                .orElse(true);
    }

    /// From its prior, else near its default.
    private static double inside(Parameter parameter, double share) {
        double drawn =
                parameter
                        .prior()
                        .map(it -> it.quantile(share))
                        .orElseGet(() -> number(parameter.defaultValue()) * (0.8 + 0.4 * share));
        return switch (parameter.domain()) {
            case Domain.Real real -> Math.clamp(drawn, real.min(), real.max());
            case Domain.Whole whole ->
                    Math.clamp(Math.rint(drawn), (double) whole.min(), (double) whole.max());
            default -> throw new AssertionError(parameter.name() + " is no number");
        };
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> (double) whole;
            default -> throw new AssertionError(value + " is no number");
        };
    }

    private static Stream<Map<String, Value>> bases(ScenarioModel model) {
        List<Map<String, Value>> bases = new ArrayList<>();
        bases.add(Map.of());
        for (Parameter parameter : model.description().parameters()) {
            if (parameter.domain() instanceof Domain.Choice(var names)) {
                for (String name : names) {
                    Map<String, Value> given = new HashMap<>();
                    parameter
                            .onlyFor()
                            .ifPresent(of ->
                                    given.put(
                                            of.parameter(),
                                            new Value.Text(of.choices().getFirst())));
                    given.put(parameter.name(), new Value.Text(name));
                    bases.add(given);
                }
            }
        }
        return bases.stream();
    }

    private static Assignment assignment(ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }
}
