package rubicon.simulator.scenario.timehorizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

class TimeHorizonModelTest {
    private static final double T = 128.744;
    private static final double NOW = 1_044.8;
    private static final double START = LocalDate.of(2026, 4, 7).toEpochDay();

    private final TimeHorizonModel model = new TimeHorizonModel();

    /// METR, Time Horizon 1.1, file of May 2026: 187.778 days since 2019 and 128.744 since 2023;
    /// ours since 2024 102.176 over 13 models, and 2027-06-15 for 100 hours on the line since 2023.
    @Test
    void theWindowsAreMetrs() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.reals("windowModels")).containsExactly(17.0, 14.0, 13.0);
        assertThat(run.reals("windowDoublingDays").get(0)).isCloseTo(187.77754, within(1e-5));
        assertThat(run.reals("windowDoublingDays").get(1)).isCloseTo(128.74380, within(1e-5));
        assertThat(run.reals("windowDoublingDays").get(2)).isCloseTo(102.176, within(5e-4));
        assertThat(run.reals("windowLineYear").get(1))
                .isCloseTo(Dates.year(20_984.285042675314), within(1e-6));
        for (int i = 0; i < 3; i++) {
            assertThat(run.reals("windowDoublingDays").get(i))
                    .isBetween(
                            run.reals("windowDoublingLow").get(i),
                            run.reals("windowDoublingHigh").get(i));
            assertThat(run.reals("windowP10").get(i)).isBetween(2026.35, 2100.0);
            assertThat(run.reals("windowP50").get(i)).isGreaterThan(run.reals("windowP10").get(i));
            assertThat(run.reals("windowP90").get(i)).isGreaterThan(run.reals("windowP50").get(i));
        }
        assertThat(run.reals("targetBy")).isSorted();
        for (int i = 0; i < run.reals("targetBy").size(); i++) {
            assertThat(run.reals("targetBy").get(i))
                    .isBetween(run.reals("targetByLeast").get(i), run.reals("targetByMost").get(i));
        }
    }

    /// METR's two horizons of the newest model: 1,044.8 minutes at one half, 185.9 at four fifths.
    @Test
    void theCurveHasBothHorizons() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("horizon50")).isEqualTo(NOW);
        assertThat(run.real("horizonAtRate")).isCloseTo(185.9, within(1.0));
        assertThat(run.reals("success")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        var asked =
                Evaluated.of(
                        model, Map.of("lengths", Value.Reals.of(NOW, run.real("horizonAtRate"))));
        assertThat(asked.reals("success").get(0)).isCloseTo(0.5, within(1e-12));
        assertThat(asked.reals("success").get(1)).isCloseTo(0.8, within(1e-12));
    }

    /// Closed form: `T·log₂(h*/h₀)`.
    @Test
    void exponentialDatesAreLogarithms() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("hundredHoursYear"))
                .isCloseTo(Dates.year(START + T * log2(6_000 / NOW)), within(1e-9));
        assertThat(run.real("monthYear"))
                .isCloseTo(Dates.year(START + T * log2(10_020 / NOW)), within(1e-9));
        assertThat(run.real("rateLagDays"))
                .isCloseTo(T * log2(NOW / run.real("horizonAtRate")), within(1e-9));
        assertThat(run.real("divergesYear")).isInfinite();
        // A day's work was behind it on the first day.
        assertThat(run.real("dayYear")).isCloseTo(Dates.year(START), within(1e-12));
    }

    /// Closed form: `T(1 − ρⁿ)/(1 − ρ)` for n doublings, `T/(1 − ρ)` for all of them.
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 0.9, 1.1, 1.4})
    void everyDoublingMayTakeLongerOrLessLong(double ratio) {
        var run = Evaluated.of(model, Map.of("doublingRatio", new Value.Real(ratio)));
        double n = log2(6_000 / NOW);
        double days = T * (1 - Math.pow(ratio, n)) / (1 - ratio);
        assertThat(run.real("hundredHoursYear")).isCloseTo(Dates.year(START + days), within(1e-9));
        if (ratio < 1) {
            assertThat(run.real("divergesYear"))
                    .isCloseTo(Dates.year(START + T / (1 - ratio)), within(1e-9));
        } else {
            assertThat(run.real("divergesYear")).isInfinite();
        }
    }

    /// Who asks for less than one half has it earlier: `−T·log₂(h_q/h₀)`, and with a ratio `T(ρ⁻ⁿ −
    /// 1)/(ρ − 1)`.
    @Test
    void lessThanOneHalfComesEarlier() {
        Value rate = new Value.Real(0.3);
        var run = Evaluated.of(model, Map.of("rate", rate));
        double n = log2(run.real("horizonAtRate") / NOW);
        assertThat(n).isPositive();
        assertThat(run.real("rateLagDays")).isCloseTo(-T * n, within(1e-9));
        var faster =
                Evaluated.of(model, Map.of("rate", rate, "doublingRatio", new Value.Real(0.9)));
        assertThat(faster.real("rateLagDays"))
                .isCloseTo(T * (Math.pow(0.9, -n) - 1) / (0.9 - 1), within(1e-9));
        // What the course has passed on its first day has that day all the same.
        assertThat(run.real("dayYear")).isCloseTo(Dates.year(START), within(1e-12));
    }

    @Test
    void nearOneTheRatioDoesNotMatter() {
        var one = Evaluated.of(model, Map.of());
        var near = Evaluated.of(model, Map.of("doublingRatio", new Value.Real(1 - 1e-9)));
        assertThat(near.real("monthYear")).isCloseTo(one.real("monthYear"), within(1e-6));
    }

    /// Beyond its singularity the horizon is infinite, never undefined.
    @Test
    void afterInfinitelyManyDoublingsItIsInfinite() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "doublingRatio", new Value.Real(0.7),
                                "doublingDays", new Value.Real(100)));
        assertThat(run.reals("horizonCurve").getLast()).isInfinite();
        assertThat(run.reals("horizonCurve").getFirst()).isEqualTo(NOW);
        assertThat(run.real("monthYear")).isLessThan(run.real("divergesYear"));
    }

    @Test
    void twiceTheHorizonIsOneDoublingSooner() {
        var run = Evaluated.of(model, Map.of("horizonNow", new Value.Real(2 * NOW)));
        assertThat(run.real("monthYear"))
                .isCloseTo(Dates.year(START + T * (log2(10_020 / NOW) - 1)), within(1e-9));
    }

    /// All minutes times c: all horizons times c, with the ridge too, for the intercept is free.
    @Test
    void theUnitOfLengthDoesNotMatter() {
        var run = Evaluated.of(model, Map.of("curveFrom", tasks()));
        var tripled =
                Evaluated.of(
                        model,
                        Map.of(
                                "curveFrom",
                                tasks(),
                                "tasks",
                                each(row -> {
                                    row.computeIfPresent(
                                            "minutes",
                                            (_, it) ->
                                                    it instanceof Value.Real(double minutes)
                                                            ? new Value.Real(3 * minutes)
                                                            : it);
                                    return row;
                                })));
        assertThat(tripled.real("horizon50"))
                .isCloseTo(3 * run.real("horizon50"), within(1e-9 * run.real("horizon50")));
        assertThat(tripled.real("coefficient")).isCloseTo(run.real("coefficient"), within(1e-12));
        assertThat(run.real("coefficient")).isNegative();
        assertThat(run.real("meanScore")).isBetween(0.0, 1.0);
        assertThat(run.real("horizonAtRate")).isLessThan(run.real("horizon50"));
    }

    @Test
    void tasksThatTellNoHorizonSayWhy() {
        assertThat(reasonOf("minutes", 60)).isEqualTo("needs tasks of two lengths");
        assertThat(reasonOf("score", 1)).isEqualTo("needs a task that failed");
        assertThat(reasonOf("score", 0)).isEqualTo("needs a task that succeeded");
    }

    private String reasonOf(String column, double number) {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "curveFrom",
                                tasks(),
                                "tasks",
                                each(row -> {
                                    row.put(column, new Value.Real(number));
                                    return row;
                                })));
        assertThat(run.reason("monthYear")).isEqualTo(run.reason("horizon50"));
        return run.reason("horizon50");
    }

    @Test
    void windowsThatTellNothingSayWhy() {
        Value late = new Value.Day(LocalDate.of(2026, 1, 1));
        assertThat(Evaluated.of(model, Map.of("knownTo", late)).reason("targetBy"))
                .isEqualTo("needs models that were out by the last day known");
        assertThat(Evaluated.of(model, Map.of("target", new Value.Real(480))).reason("windowP50"))
                .isEqualTo("needs a target that no model has reached");
        assertThat(Evaluated.of(model, Map.of("cut", new Value.Real(10))).reason("windowR2"))
                .startsWith("needs four models or more");
    }

    @Test
    void manyRunsAnswerWhatOneDoes() {
        Parameter days = TimeHorizonDescription.DOUBLING_DAYS;
        Map<String, Value> outputs = model.evaluate(assignment(Map.of()));
        List<Series> series =
                Series.of(
                        model.description().outputs().stream()
                                .filter(it -> it.isSampled())
                                .toList(),
                        outputs);
        Sampler sampler =
                model.sampler(assignment(Map.of()), List.of(Slot.of(days.name())), series);
        double[] answered = new double[series.size()];
        sampler.run(new double[] {90}, answered);
        var one = Evaluated.of(model, Map.of(days.name(), new Value.Real(90)));
        for (int i = 0; i < answered.length; i++) {
            Series it = series.get(i);
            double expected =
                    switch (one.outputs().get(it.output().name())) {
                        case Value.Real(double real) -> real;
                        case Value.Reals(var reals) -> reals.get(it.item());
                        case null, default -> Double.NaN;
                    };
            assertThat(answered[i]).as(it.output().name()).isEqualTo(Double.valueOf(expected));
        }
    }

    private Assignment assignment(Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) -> assignment;
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }

    private static Value tasks() {
        return new Value.Text(TimeHorizonDescription.FROM_TASKS);
    }

    private static Value each(UnaryOperator<Map<String, Value>> change) {
        if (HorizonTables.TASKS.defaultValue() instanceof Value.Table(var rows)) {
            List<Map<String, Value>> changed = new ArrayList<>();
            rows.forEach(row -> changed.add(change.apply(new LinkedHashMap<>(row))));
            return new Value.Table(changed);
        }
        throw new AssertionError("tasks is no table");
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
