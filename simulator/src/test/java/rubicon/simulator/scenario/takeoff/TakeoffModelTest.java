package rubicon.simulator.scenario.takeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

class TakeoffModelTest {
    private static final TakeoffModel MODEL = new TakeoffModel();

    static Stream<String> variants() {
        return Arrays.stream(Variant.values()).map(Variant::text);
    }

    /// Both ends of every parameter, and random places between: an answer each time, none NaN (a
    /// value refuses it), axes that stay.
    @ParameterizedTest
    @MethodSource("variants")
    void answersEverywhereInItsDomain(String variant) {
        Map<String, Value> byDefault = evaluate(variant, Map.of());
        for (Map<String, Value> given : corners(variant)) {
            Map<String, Value> outputs = evaluate(variant, given);
            assertThat(outputs.keySet())
                    .containsExactlyElementsOf(
                            TakeoffOutputs.ALL.stream().map(Output::name).toList());
            assertThat(outputs.get("time")).as("%s", given).isEqualTo(byDefault.get("time"));
            assertThat(outputs.get("milestone")).isEqualTo(byDefault.get("milestone"));
            if (outputs.get("progress") instanceof Value.Reals(var progress)) {
                assertThat(progress).as("%s", given).isSorted();
                assertThat(progress).hasSize(TakeoffOutputs.POINTS);
            }
        }
    }

    /// All that may be drawn at once, from priors and from the ends of its range, cells of a table
    /// too: a sampler that has other runs behind it answers what an evaluation does, bit for bit.
    @ParameterizedTest
    @MethodSource("variants")
    void aSampleIsAnEvaluationToTheLastBit(String variant) {
        var random = new Random(5);
        Assignment base = assignment(variant, Map.of());
        List<Parameter> drawn =
                MODEL.description().parameters().stream()
                        .filter(Parameter::isDrawable)
                        .filter(it -> it.onlyFor().orElseThrow().choices().contains(variant))
                        .toList();
        List<Series> series =
                Series.of(
                        TakeoffOutputs.ALL.stream().filter(Output::isSampled).toList(),
                        MODEL.evaluate(base));
        Sampler sampler =
                MODEL.sampler(base, drawn.stream().map(it -> Slot.of(it.name())).toList(), series);
        double[] inputs = new double[drawn.size()];
        double[] outputs = new double[series.size()];
        for (int run = 0; run < 60; run++) {
            Map<String, Value> given = new HashMap<>();
            for (int i = 0; i < inputs.length; i++) {
                Parameter parameter = drawn.get(i);
                Value value =
                        random.nextInt(8) == 0 || parameter.prior().isEmpty()
                                ? ends(parameter).get(random.nextBoolean() ? 0 : 1)
                                : number(
                                        parameter,
                                        parameter
                                                .prior()
                                                .orElseThrow()
                                                .quantile(0.001 + 0.998 * random.nextDouble()));
                given.put(parameter.name(), value);
                inputs[i] = number(value);
            }
            sampler.run(inputs, outputs);
            Map<String, Value> answer = evaluate(variant, given);
            for (int i = 0; i < outputs.length; i++) {
                assertThat(Double.doubleToRawLongBits(outputs[i]))
                        .as("%s of %s", series.get(i), given)
                        .isEqualTo(Double.doubleToRawLongBits(at(answer, series.get(i))));
            }
        }
    }

    @Test
    void aCellThatIsDrawnGoesToItsPlace() {
        Assignment base = assignment("aifm", Map.of());
        List<Series> series =
                Series.of(List.of(TakeoffOutputs.MILESTONE_TIME), MODEL.evaluate(base));
        Sampler sampler =
                MODEL.sampler(base, List.of(Slot.of("inputs", 4, "experimentCompute")), series);
        double[] outputs = new double[series.size()];
        sampler.run(new double[] {4e7}, outputs);
        assertThat(outputs[0]).isEqualTo(numbers(MODEL.evaluate(base), "milestoneTime").getFirst());
        double before = outputs[0];
        sampler.run(new double[] {1.2e8}, outputs);
        assertThat(outputs[0]).isLessThan(before);
        // A year that does not rise is no course.
        sampler = MODEL.sampler(base, List.of(Slot.of("inputs", 3, "year")), series);
        sampler.run(new double[] {1999}, outputs);
        assertThat(outputs).containsOnly(Double.NaN);
    }

    /// Cells of a table that the chosen variant does not read may be drawn all the same: whatever
    /// they are, one run at a time or many, it answers what it would without them.
    @ParameterizedTest
    @MethodSource("variants")
    void cellsThatAVariantDoesNotReadArePutAside(String variant) {
        assumeThat(variant).isNotEqualTo("aifm");
        Assignment base = assignment(variant, Map.of());
        Map<String, Value> answer = MODEL.evaluate(base);
        List<Series> series =
                Series.of(TakeoffOutputs.ALL.stream().filter(Output::isSampled).toList(), answer);
        List<Slot> cells = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            cells.add(Slot.of("inputs", row, "year"));
            cells.add(Slot.of("inputs", row, "experimentCompute"));
        }
        Sampler sampler = MODEL.sampler(base, cells, series);
        double[][] drawn = new double[cells.size()][2];
        for (double[] of : drawn) {
            Arrays.fill(of, 0.123);
        }
        double[][] many = new double[series.size()][2];
        sampler.run(drawn, 0, 2, many);
        double[] inputs = new double[cells.size()];
        Arrays.fill(inputs, 1e9);
        double[] outputs = new double[series.size()];
        sampler.run(inputs, outputs);
        for (int i = 0; i < outputs.length; i++) {
            double expected = at(answer, series.get(i));
            assertThat(new double[] {outputs[i], many[i][0], many[i][1]})
                    .as("%s", series.get(i))
                    .containsOnly(expected);
        }
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> (double) whole;
            default -> Double.NaN;
        };
    }

    private static double at(Map<String, Value> answer, Series series) {
        return switch (answer.get(series.output().name())) {
            case Value.Real(double real) -> real;
            case Value.Reals(var reals) -> reals.get(series.item());
            case null, default -> Double.NaN;
        };
    }

    private static List<Map<String, Value>> corners(String variant) {
        var random = new Random(variant.hashCode());
        List<Parameter> drawn =
                MODEL.description().parameters().stream()
                        .filter(Parameter::isDrawable)
                        .filter(it -> it.onlyFor().orElseThrow().choices().contains(variant))
                        .toList();
        List<Map<String, Value>> corners = new ArrayList<>();
        for (Parameter parameter : drawn) {
            ends(parameter).forEach(end -> corners.add(Map.of(parameter.name(), end)));
        }
        for (int i = 0; i < 30; i++) {
            Map<String, Value> several = new HashMap<>();
            for (Parameter parameter : drawn) {
                if (random.nextInt(3) > 0) {
                    several.put(
                            parameter.name(), ends(parameter).get(random.nextBoolean() ? 0 : 1));
                }
            }
            corners.add(several);
        }
        for (int i = 0; i < 10; i++) {
            Map<String, Value> draw = new HashMap<>();
            for (Parameter parameter : drawn) {
                parameter
                        .prior()
                        .ifPresent(prior ->
                                draw.put(
                                        parameter.name(),
                                        number(
                                                parameter,
                                                prior.quantile(
                                                        0.001 + 0.998 * random.nextDouble()))));
            }
            corners.add(draw);
        }
        return corners;
    }

    private static List<Value> ends(Parameter parameter) {
        return switch (parameter.domain()) {
            case Domain.Real(double min, double max, _) ->
                    List.of(new Value.Real(min), new Value.Real(max));
            case Domain.Whole(long min, long max) ->
                    List.of(new Value.Whole(min), new Value.Whole(max));
            default -> throw new AssertionError(parameter.name() + " is no number");
        };
    }

    private static Value number(Parameter parameter, double number) {
        return parameter.domain() instanceof Domain.Whole
                ? new Value.Whole(Math.round(number))
                : new Value.Real(number);
    }

    /// A gap's horizon and years count where a gap is taken, and nowhere else.
    @Test
    void aGapIsTakenOrNot() {
        var without = evaluate("aifm", Map.of());
        assertThat(evaluate("aifm", real("gapYears", 9))).isEqualTo(without);
        assertThat(evaluate("aifm", real("gapHorizon", 20_000))).isEqualTo(without);
        Map<String, Value> gap = Map.of("gapMode", new Value.Whole(1));
        // A gap of no years from the other horizon is that horizon alone.
        var none =
                evaluate(
                        "aifm",
                        Map.of(
                                "gapMode", new Value.Whole(1),
                                "gapYears", new Value.Real(0),
                                "gapHorizon", new Value.Real(6_224_000)));
        assertThat(numbers(none, "milestoneTime")).isEqualTo(numbers(without, "milestoneTime"));
        var longer =
                evaluate(
                        "aifm",
                        Map.of("gapMode", new Value.Whole(1), "gapYears", new Value.Real(9)));
        assertThat(numbers(longer, "milestoneTime").getFirst())
                .isGreaterThan(numbers(evaluate("aifm", gap), "milestoneTime").getFirst());
    }

    @Test
    void aResearcherFromTheStartNeedsNoFirstGap() {
        var run = evaluate("ai2027-takeoff", Map.of("researcherFromStart", new Value.Whole(1)));
        assertThat(numbers(run, "milestoneTime").getFirst()).isZero();
    }

    @Test
    void everyParameterOfAVariantNamesIt() {
        assertThat(MODEL.description().parameters())
                .filteredOn(it -> it.onlyFor().isEmpty())
                .extracting(Parameter::name)
                .containsExactly("variant", "pathYears");
        variants()
                .forEach(variant ->
                        assertThat(MODEL.description().parameters())
                                .as(variant)
                                .anyMatch(it ->
                                        it.onlyFor().isPresent()
                                                && it.onlyFor()
                                                        .orElseThrow()
                                                        .choices()
                                                        .contains(variant)));
    }

    /// Oracle: the reference case of the defaults.
    @Test
    void theDefaultExplosionIsTheReference() {
        Map<String, Value> outputs = evaluate("sie", Map.of());
        assertThat(number(outputs, "bestPace12")).isEqualTo(4.25);
        assertThat(numbers(outputs, "eventReached")).containsExactly(1.0, 0.0, 0.0, 0.0);
        // The eighth doubling completes the first year of progress, at 2.7205 months.
        assertThat(numbers(outputs, "milestoneTime").getFirst())
                .isCloseTo(2.720513549146313 / 12, within(1e-12));
    }

    @Test
    void theLoopIsFiniteBelowOne() {
        assertThat(number(evaluate("loop", real("loopShare", 0.8)), "amplification"))
                .isCloseTo(25, within(1e-9));
        assertThat(number(evaluate("loop", real("loopShare", 0.9)), "amplification"))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aBottleneckKeepsResearchUnderItsLimit() {
        assertThat(number(evaluate("ces", Map.of()), "inputLimit"))
                .isCloseTo(5.656854249492381, within(1e-9));
        assertThat(number(evaluate("ces", real("rho", 0.6)), "singularTime")).isFinite();
    }

    /// Oracle: the reference case with the same table.
    @Test
    void theProgressModelsCoderArrivesAsInTheReference() {
        Map<String, Value> outputs = evaluate("aifm", real("tenthLoss", 3.33));
        assertThat(number(outputs, "calendarStart") + numbers(outputs, "milestoneTime").getFirst())
                .isCloseTo(2029.677258711794, within(1e-6));
    }

    @Test
    void contradictingValuesGiveAReasonNotANumber() {
        Map<String, Value> outputs =
                evaluate(
                        "aifm",
                        Map.of(
                                "presentHorizon", new Value.Real(90_000),
                                "acHorizon", new Value.Real(1_000)));
        assertThat(outputs.get("progress"))
                .isInstanceOfSatisfying(
                        Value.Undefined.class, it -> assertThat(it.reason()).contains("acHorizon"));
        assertThat(outputs.get("time")).isInstanceOf(Value.Reals.class);
    }

    @Test
    void harderTasksAreAutomatedLater() {
        double before = 0;
        for (double flop = 29; flop <= 35; flop++) {
            double time = numbers(evaluate("task", real("fullFlop", flop)), "milestoneTime").get(1);
            assertThat(time).isGreaterThanOrEqualTo(before);
            before = time;
        }
    }

    @Test
    void moreComputeNeverDelaysTasks() {
        double before = Double.POSITIVE_INFINITY;
        for (double growth = 0.2; growth <= 1.2; growth += 0.2) {
            double time =
                    numbers(evaluate("task", real("flopGrowth", growth)), "milestoneTime").get(1);
            assertThat(time).isLessThanOrEqualTo(before);
            before = time;
        }
    }

    private static Map<String, Value> real(String name, double value) {
        return Map.of(name, new Value.Real(value));
    }

    private static Map<String, Value> evaluate(String variant, Map<String, Value> given) {
        return MODEL.evaluate(assignment(variant, given));
    }

    private static Assignment assignment(String variant, Map<String, Value> given) {
        Map<String, Value> all = new HashMap<>(given);
        all.put("variant", new Value.Text(variant));
        return switch (Assignment.resolve(MODEL.description(), all)) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }

    private static double number(Map<String, Value> outputs, String name) {
        return outputs.get(name) instanceof Value.Real(double value) ? value : Double.NaN;
    }

    private static List<Double> numbers(Map<String, Value> outputs, String name) {
        return outputs.get(name) instanceof Value.Reals(var values) ? values : List.of();
    }

    /// Near the cap of the automated share growth is as steep as its double lets it be.
    @Test
    void kwaAnswersWhereSeveralParametersAreAtTheirEnds() {
        for (double logisticWidth : new double[] {0.1, 0.5, 2.85}) {
            evaluate(
                    "kwa",
                    Map.of(
                            "labourPart", new Value.Real(1),
                            "inputScale", new Value.Real(2),
                            "ideasHarden", new Value.Real(0),
                            "logisticWidth", new Value.Real(logisticWidth)));
        }
    }

    /// Doublings become too short for a number, and then too long for one.
    @Test
    void sieAnswersWhereReturnsFallFromVeryHigh() {
        evaluate(
                "sie",
                Map.of(
                        "returns", new Value.Real(4),
                        "exponent", new Value.Real(2),
                        "ceilingYears", new Value.Real(100),
                        "softwareShare", new Value.Real(0.1)));
    }
}
