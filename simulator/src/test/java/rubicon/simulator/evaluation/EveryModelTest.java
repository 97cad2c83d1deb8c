package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
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
        ends(model)
                .forEach(given -> {
                    Map<String, Value> outputs = model.evaluate(assignment(model, given));
                    for (String axis : axes) {
                        assertThat(outputs.get(axis)).as(axis).isEqualTo(byDefault.get(axis));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalAssignmentsGiveEqualOutputs(ScenarioModel model) {
        assertThat(model.evaluate(assignment(model, Map.of())))
                .isEqualTo(model.evaluate(assignment(model, Map.of())));
    }

    /// However a model prepares many runs: each is what it answers by itself, bit for bit. Whatever
    /// is drawn, and each by itself too: what a model reads once of all others, it must read anew
    /// of that one.
    @ParameterizedTest
    @MethodSource("models")
    void aRowOfSamplesIsWhatEvaluationsAnswer(ScenarioModel model) {
        List<Drawn> priors =
                model.description().parameters().stream()
                        .filter(it -> it.prior().isPresent())
                        .map(it ->
                                new Drawn(
                                        Slot.of(it.name()),
                                        it.domain(),
                                        it.prior().orElseThrow()::quantile))
                        .toList();
        bases(model)
                .forEach(given -> {
                    Assignment base = assignment(model, given);
                    assertRowsAreEvaluations(model, base, priors, 12);
                    model.description().parameters().stream()
                            .filter(it -> matters(it, base))
                            .flatMap(it -> anywhere(it).stream())
                            .forEach(it -> assertRowsAreEvaluations(model, base, List.of(it), 4));
                });
    }

    /// A number that is drawn.
    ///
    /// @param at by share of what is believed of it, or of its range
    private record Drawn(Slot slot, Domain domain, DoubleUnaryOperator at) {
        double inside(double share) {
            double value = at.applyAsDouble(share);
            return switch (domain) {
                case Domain.Real real -> Math.clamp(value, real.min(), real.max());
                case Domain.Whole whole ->
                        Math.clamp(Math.rint(value), (double) whole.min(), (double) whole.max());
                default -> throw new AssertionError(slot + " is no number");
            };
        }
    }

    private static void assertRowsAreEvaluations(
            ScenarioModel model, Assignment base, List<Drawn> drawn, int runs) {
        double[][] inputs = new double[drawn.size()][runs];
        var stream = new SplitMix64(8);
        for (int i = 0; i < drawn.size(); i++) {
            for (int run = 0; run < runs; run++) {
                inputs[i][run] = drawn.get(i).inside(stream.nextOpenUniform());
            }
        }
        List<Series> series =
                Series.of(
                        model.description().outputs().stream().filter(Output::isSampled).toList(),
                        model.evaluate(base));
        double[][] outputs = new double[series.size()][runs];
        model.sampler(base, drawn.stream().map(Drawn::slot).toList(), series)
                .run(inputs, 2, runs - 2, outputs);
        for (int run = 2; run < runs; run++) {
            Map<String, Value> given = new HashMap<>(base.values());
            for (int i = 0; i < drawn.size(); i++) {
                put(given, drawn.get(i).slot(), number(drawn.get(i).domain(), inputs[i][run]));
            }
            Map<String, Value> answer = model.evaluate(assignment(model, given));
            for (int k = 0; k < series.size(); k++) {
                assertThat(outputs[k][run - 2])
                        .as(
                                "%s of run %d with %s",
                                series.get(k).output().name(),
                                run,
                                drawn.stream().map(Drawn::slot).toList())
                        // Boxed: what has no value is NaN in both.
                        .isEqualTo(Double.valueOf(number(answer, series.get(k))));
            }
        }
    }

    private static void put(Map<String, Value> given, Slot slot, Value number) {
        given.computeIfPresent(
                slot.parameter(),
                (_, value) -> {
                    if (slot.cell().isEmpty() || !(value instanceof Value.Table(var rows))) {
                        return number;
                    }
                    List<Map<String, Value>> changed = new ArrayList<>(rows);
                    Map<String, Value> row = new LinkedHashMap<>(rows.getFirst());
                    row.put(slot.cell().get().column(), number);
                    changed.set(0, row);
                    return new Value.Table(changed);
                });
    }

    private static boolean matters(Parameter parameter, Assignment base) {
        return parameter
                .onlyFor()
                .map(it ->
                        base.values().get(it.parameter()) instanceof Value.Text(String choice)
                                && it.choices().contains(choice))
                .orElse(true);
    }

    /// The parameter, anywhere in its range; of a table the first row's first number.
    private static Optional<Drawn> anywhere(Parameter it) {
        if (it.isDrawable()) {
            return Optional.of(anywhere(Slot.of(it.name()), it.domain()));
        }
        return it.use() == Parameter.Use.ASSUMPTION
                        && it.domain() instanceof Domain.Table table
                        && it.defaultValue() instanceof Value.Table(var rows)
                        && !rows.isEmpty()
                ? table.columns().stream()
                        .filter(column -> column.domain().isNumeric())
                        .findFirst()
                        .map(column ->
                                anywhere(Slot.of(it.name(), 0, column.name()), column.domain()))
                : Optional.empty();
    }

    private static Drawn anywhere(Slot slot, Domain domain) {
        return switch (domain) {
            case Domain.Real(double min, double max, Domain.Scale scale) ->
                    new Drawn(
                            slot,
                            domain,
                            share ->
                                    scale == Domain.Scale.LOG
                                            ? min * Math.pow(max / min, share)
                                            : min + (max - min) * share);
            case Domain.Whole(long min, long max) ->
                    new Drawn(slot, domain, share -> min + (max - min) * share);
            default -> throw new AssertionError(slot + " is no number");
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

    /// Equal runs give equal bytes on all replicas: no map's order by chance reaches them.
    @ParameterizedTest
    @MethodSource("models")
    void cellsOfDefaultRowsStandInTheOrderOfTheirColumns(ScenarioModel model) {
        Assignment byDefault = assignment(model, Map.of());
        for (Parameter parameter : model.description().parameters()) {
            if (parameter.domain() instanceof Domain.Table table
                    && parameter.defaultValue() instanceof Value.Table(var rows)) {
                List<String> columns = table.columns().stream().map(Domain.Column::name).toList();
                assertThat(rows)
                        .as(parameter.name())
                        .allSatisfy(
                                row -> assertThat(row.keySet()).containsExactlyElementsOf(columns));
                assertThat(byDefault.values().get(parameter.name()))
                        .hasToString(parameter.defaultValue().toString());
            }
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
        return Stream.concat(bases(model), ends(model))
                .map(given -> model.evaluate(assignment(model, given)))
                .toList();
    }

    /// The defaults, and each choice that a parameter offers, where it is of matter.
    private static Stream<Map<String, Value>> bases(ScenarioModel model) {
        return Stream.concat(
                Stream.of(Map.<String, Value>of()),
                model.description().parameters().stream().flatMap(EveryModelTest::choices));
    }

    private static Stream<Map<String, Value>> choices(Parameter it) {
        if (!(it.domain() instanceof Domain.Choice(var names))) {
            return Stream.of();
        }
        return names.stream()
                .map(name -> {
                    Map<String, Value> given = new HashMap<>();
                    it.onlyFor()
                            .ifPresent(of ->
                                    given.put(
                                            of.parameter(),
                                            new Value.Text(of.choices().getFirst())));
                    given.put(it.name(), new Value.Text(name));
                    return given;
                });
    }

    private static Stream<Map<String, Value>> ends(ScenarioModel model) {
        return model.description().parameters().stream().flatMap(EveryModelTest::ends);
    }

    private static Stream<Map<String, Value>> ends(Parameter it) {
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
