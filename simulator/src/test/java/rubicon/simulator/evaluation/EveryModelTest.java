package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// What every scenario model promises, whichever it is.
class EveryModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<ScenarioModel> models() {
        return new Models().all().stream();
    }

    @Test
    void idsAreUnique() {
        assertThat(models().map(it -> it.description().id())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void answersWhatItDescribesInItsShapes(ScenarioModel model) {
        for (Map<String, Value> outputs : runs(model)) {
            assertThat(outputs.keySet())
                    .containsExactlyElementsOf(
                            model.description().outputs().stream().map(Output::name).toList());
            model.description().outputs().forEach(it -> assertShape(it, outputs));
        }
    }

    private static void assertShape(Output output, Map<String, Value> outputs) {
        Value value = outputs.get(output.name());
        if (value instanceof Value.Undefined(String reason)) {
            assertThat(reason).as(output.name()).isNotBlank();
            return;
        }
        List<Class<?>> allowed =
                switch (output.shape()) {
                    case REAL -> List.of(Value.Real.class);
                    case WHOLE -> List.of(Value.Real.class, Value.Whole.class);
                    case REALS -> List.of(Value.Reals.class);
                    case WHOLES -> List.of(Value.Wholes.class);
                    case TEXT -> List.of(Value.Text.class);
                    case TEXTS -> List.of(Value.Texts.class);
                    case DAY -> List.of(Value.Day.class);
                    case DAYS -> List.of(Value.Days.class);
                    case TABLE -> List.of(Value.Table.class);
                };
        assertThat(allowed).as(output.name()).anyMatch(it -> it.isInstance(value));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aListIsAsLongAsItsAxis(ScenarioModel model) {
        Map<String, Value> outputs = model.evaluate(assignment(model, Map.of()));
        Map<String, Value> all = new HashMap<>(assignment(model, Map.of()).values());
        all.putAll(outputs);
        for (Output output : model.description().outputs()) {
            output.along()
                    .filter(_ -> !(outputs.get(output.name()) instanceof Value.Undefined))
                    .ifPresent(axis ->
                            assertThat(length(outputs.get(output.name())))
                                    .as(output.name())
                                    .isEqualTo(length(all.get(axis))));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawableParametersDoNotMoveTheAxes(ScenarioModel model) {
        List<String> axes =
                model.description().outputs().stream()
                        .filter(Output::isSampled)
                        .flatMap(it -> it.along().stream())
                        .distinct()
                        .toList();
        Map<String, Value> byDefault = model.evaluate(assignment(model, Map.of()));
        for (Map<String, Value> outputs : runs(model)) {
            for (String axis : axes) {
                assertThat(outputs.get(axis)).as(axis).isEqualTo(byDefault.get(axis));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalAssignmentsGiveEqualOutputs(ScenarioModel model) {
        assertThat(model.evaluate(assignment(model, Map.of())))
                .isEqualTo(model.evaluate(assignment(model, Map.of())));
    }

    /// However a model prepares many runs: each is what it answers by itself, bit for bit.
    @ParameterizedTest
    @MethodSource("models")
    void aRowOfSamplesIsWhatEvaluationsAnswer(ScenarioModel model) {
        List<Parameter> drawn =
                model.description().parameters().stream()
                        .filter(it -> it.prior().isPresent())
                        .toList();
        int runs = 12;
        double[][] inputs = new double[drawn.size()][runs];
        var stream = new SplitMix64(8);
        for (int i = 0; i < drawn.size(); i++) {
            for (int run = 0; run < runs; run++) {
                inputs[i][run] = inside(drawn.get(i), stream.nextOpenUniform());
            }
        }
        Assignment base = assignment(model, Map.of());
        List<Series> series =
                Series.of(
                        model.description().outputs().stream().filter(Output::isSampled).toList(),
                        model.evaluate(base));
        List<Slot> slots = drawn.stream().map(it -> Slot.of(it.name())).toList();
        double[][] outputs = new double[series.size()][runs];
        model.sampler(base, slots, series).run(inputs, 2, runs - 2, outputs);
        for (int run = 2; run < runs; run++) {
            Map<String, Value> given = new HashMap<>();
            for (int i = 0; i < drawn.size(); i++) {
                given.put(drawn.get(i).name(), number(drawn.get(i).domain(), inputs[i][run]));
            }
            Map<String, Value> answer = model.evaluate(assignment(model, given));
            for (int k = 0; k < series.size(); k++) {
                assertThat(outputs[k][run - 2])
                        .as("%s of run %d", series.get(k).output().name(), run)
                        // Boxed: what has no value is NaN in both.
                        .isEqualTo(Double.valueOf(number(answer, series.get(k))));
            }
        }
    }

    private static double inside(Parameter parameter, double share) {
        double value = parameter.prior().orElseThrow().quantile(share);
        return switch (parameter.domain()) {
            case Domain.Real real -> Math.clamp(value, real.min(), real.max());
            case Domain.Whole whole ->
                    Math.clamp(Math.rint(value), (double) whole.min(), (double) whole.max());
            default -> throw new AssertionError(parameter.name() + " is no number");
        };
    }

    private static double number(Map<String, Value> answer, Series series) {
        return switch (answer.get(series.output().name())) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> whole;
            case Value.Reals(var reals) -> reals.get(series.item());
            case null, default -> Double.NaN;
        };
    }

    @ParameterizedTest
    @MethodSource("models")
    void priorsLieInTheDomain(ScenarioModel model) {
        for (Parameter parameter : model.description().parameters()) {
            parameter
                    .prior()
                    .ifPresent(prior ->
                            assertThat(
                                            parameter
                                                    .domain()
                                                    .objection(
                                                            number(
                                                                    parameter.domain(),
                                                                    prior.quantile(0.5))))
                                    .as(parameter.name())
                                    .isEmpty());
        }
    }

    /// The words are for people: a page of the documentation names every parameter.
    @ParameterizedTest
    @MethodSource("models")
    void hasAPageThatNamesItsParameters(ScenarioModel model) throws Exception {
        String id = model.description().id().value();
        String page = Files.readString(Path.of("..", "docs", "users", "models", id + ".md"));
        assertThat(model.description().parameters())
                .extracting(Parameter::name)
                .allSatisfy(it -> assertThat(page).contains("`" + it + "`"));
        assertThat(model.description().sources()).isNotEmpty();
        assertThat(model.description().limits()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDefaultIsReadAsItIsWritten(ScenarioModel model) {
        for (Parameter parameter : model.description().parameters()) {
            JsonNode written = JSON.valueToTree(Values.write(parameter.defaultValue()));
            assertThat(Values.read(parameter.domain(), written))
                    .as(parameter.name())
                    .isEqualTo(new Reading.Read(parameter.defaultValue()));
            parameter
                    .prior()
                    .ifPresent(prior -> {
                        JsonNode node = JSON.valueToTree(Distributions.write(prior));
                        assertThat(Distributions.read(node).quantile(0.3))
                                .as(parameter.name())
                                .isEqualTo(prior.quantile(0.3));
                    });
        }
    }

    /// The defaults, each choice that a parameter offers, and each drawable parameter at both ends
    /// of its range.
    private static List<Map<String, Value>> runs(ScenarioModel model) {
        Stream<Map<String, Value>> ends =
                model.description().parameters().stream().flatMap(EveryModelTest::extremes);
        return Stream.concat(Stream.of(Map.<String, Value>of()), ends)
                .map(given -> model.evaluate(assignment(model, given)))
                .toList();
    }

    private static Stream<Map<String, Value>> extremes(Parameter it) {
        return switch (it.domain()) {
            case Domain.Real real when it.isDrawable() ->
                    Stream.of(
                            Map.of(it.name(), new Value.Real(real.min())),
                            Map.of(it.name(), new Value.Real(real.max())));
            case Domain.Whole whole when it.isDrawable() ->
                    Stream.of(
                            Map.of(it.name(), new Value.Whole(whole.min())),
                            Map.of(it.name(), new Value.Whole(whole.max())));
            default -> Stream.of();
        };
    }

    private static Assignment assignment(ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }

    private static Value number(Domain domain, double number) {
        return domain instanceof Domain.Whole
                ? new Value.Whole(Math.round(number))
                : new Value.Real(number);
    }

    private static int length(@Nullable Value value) {
        return switch (value) {
            case null -> throw new AssertionError("no value");
            case Value.Reals(var values) -> values.size();
            case Value.Wholes(var values) -> values.size();
            case Value.Texts(var values) -> values.size();
            case Value.Days(var values) -> values.size();
            case Value.Table(var rows) -> rows.size();
            default -> throw new AssertionError("no axis: " + value);
        };
    }
}
