package rubicon.simulator.scenario.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.trend.CrossingSpread;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Scale;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Value;

class SaturationModelTest {
    private static final double YEAR = 365.25;
    private static final double MIDDLE = LocalDate.of(2026, 1, 1).toEpochDay() / YEAR;

    private final SaturationModel model = new SaturationModel();

    /// Records of MLE-bench without leaked labels: twelve, the last of them .6133 of .96.
    @Test
    void byDefaultItIsMleBench() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("records")).isEqualTo(12);
        assertThat(run.real("saturation")).isCloseTo(0.6133 / 0.96, within(1e-12));
        assertThat(run.real("rate")).isBetween(1.0, 3.0);
        assertThat(run.real("misfit")).isLessThan(0.1);
        assertThat(run.reals("targetYear")).isSorted();
        assertThat(run.reals("scoreCurve")).isSorted();
        assertThat(run.reals("scoreCurve").getLast()).isLessThan(0.96);
        assertThat(run.reals("targetBy")).isSorted();
        for (int i = 0; i < run.reals("targetBy").size(); i++) {
            assertThat(run.reals("targetBy").get(i))
                    .isBetween(run.reals("targetByLeast").get(i), run.reals("targetByMost").get(i));
        }
        for (int i = 0; i < run.reals("scoreCurve").size(); i++) {
            assertThat(run.reals("nextLow").get(i)).isLessThan(run.reals("nextHigh").get(i));
        }
    }

    /// Exact logistic data are found again, whatever the way; with no doubt of the prior's but
    /// little.
    @ParameterizedTest
    @ValueSource(strings = {"logit-line", "logistic"})
    void aLogisticCurveIsFoundAgain(String method) {
        double rate = 1.7;
        var run =
                Evaluated.of(
                        model,
                        with(
                                logistic(rate, 0.96, 8),
                                "method",
                                new Value.Text(method),
                                "knownTo",
                                new Value.Day(LocalDate.of(2026, 1, 1))));
        assertThat(run.real("rate")).isCloseTo(rate, within(1e-6));
        assertThat(run.real("midpointYear")).isCloseTo(Dates.year(YEAR * MIDDLE), within(1e-6));
        assertThat(run.real("tenToNinetyYears")).isCloseTo(2 * Math.log(9) / rate, within(1e-6));
        assertThat(run.real("misfit")).isCloseTo(0, within(1e-9));
        double ahead = Math.log(0.9 / 0.06) / rate;
        assertThat(run.real("targetDate"))
                .isCloseTo(Dates.year(YEAR * (MIDDLE + ahead)), within(1e-6));
    }

    /// Much believed before, the scores do not move the slope; believed little, it is the line's.
    @Test
    void thePriorGivesWay() {
        var firm =
                Evaluated.of(
                        model,
                        Map.of(
                                "priorSlope", new Value.Real(5),
                                "priorPrecision", new Value.Real(1_000)));
        assertThat(firm.real("rate")).isCloseTo(5, within(0.02));
        var loose = Evaluated.of(model, Map.of("priorPrecision", new Value.Real(0.0001)));
        var line = Evaluated.of(model, Map.of("method", new Value.Text("logit-line")));
        assertThat(loose.real("rate")).isCloseTo(line.real("rate"), within(0.002));
        assertThat(line.real("rate")).isEqualTo(line.reals("methodRate").get(1));
    }

    /// A little score under a far ceiling grows exponentially: the slope of logits is that of
    /// logarithms.
    @Test
    void farBelowTheCeilingItIsExponential() {
        double growth = 0.8;
        List<Map<String, Value>> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LocalDate date = LocalDate.of(2025, 1, 1).plusDays(60L * i);
            rows.add(row(date, 1e-3 * Math.exp(growth * 60 * i / YEAR)));
        }
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "scores", new Value.Table(rows),
                                "ceiling", new Value.Real(1),
                                "method", new Value.Text("logit-line")));
        assertThat(run.real("rate")).isCloseTo(growth, within(0.003));
    }

    @Test
    void aHigherCeilingMakesAScoreCheaper() {
        var low = Evaluated.of(model, Map.of("ceiling", new Value.Real(0.92)));
        var high = Evaluated.of(model, Map.of("ceiling", new Value.Real(1)));
        assertThat(high.real("targetDate")).isLessThan(low.real("targetDate"));
        assertThat(high.real("saturation")).isLessThan(low.real("saturation"));
        var under = Evaluated.of(model, Map.of("ceiling", new Value.Real(0.89)));
        assertThat(under.real("targetDate")).isInfinite();
    }

    @Test
    void aSteeperCurveIsThereSooner() {
        double before = Double.POSITIVE_INFINITY;
        for (double u : new double[] {0.05, 0.3, 0.5, 0.8, 0.99}) {
            double date =
                    Evaluated.of(model, Map.of("slopeAt", new Value.Real(u))).real("targetDate");
            assertThat(date).isLessThan(before);
            before = date;
        }
    }

    @Test
    void whatWasSeenHasItsDay() {
        var run = Evaluated.of(model, Map.of("target", new Value.Real(0.5)));
        assertThat(run.real("targetDate"))
                .isCloseTo(
                        Dates.year((double) LocalDate.of(2025, 12, 7).toEpochDay()), within(1e-9));
        assertThat(run.reason("targetBy")).isEqualTo("needs a target that no score has passed");
    }

    /// What nobody saw by a late day cannot have been there before it.
    @Test
    void silencePutsItOff() {
        Value late = new Value.Day(LocalDate.of(2035, 1, 1));
        var run = Evaluated.of(model, Map.of("knownTo", late));
        assertThat(run.real("targetDate")).isCloseTo(2035, within(1e-9));
        assertThat(run.reals("targetBy")).containsOnly(0.0);
    }

    /// Oracle: the spread of one window and one ceiling is the model's own forecast.
    @Test
    void oneWindowAndOneCeilingAreOneForecast() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "ceilings",
                                Value.Reals.of(0.96),
                                "windows",
                                new Value.Table(
                                        List.of(
                                                Map.of(
                                                        "name", new Value.Text("all"),
                                                        "from",
                                                                new Value.Day(
                                                                        LocalDate.of(2024, 1, 1)),
                                                        "weight", new Value.Real(1))))));
        List<DatedValue> values = new ArrayList<>();
        if (ScoreTables.SCORES.defaultValue() instanceof Value.Table(var rows)) {
            rows.forEach(row -> {
                if (row.get("date") instanceof Value.Day(LocalDate date)
                        && row.get("score") instanceof Value.Real(double score)) {
                    values.add(new DatedValue("", date, score));
                }
            });
        }
        LocalDate from = LocalDate.of(2024, 1, 1);
        var spread =
                CrossingSpread.of(
                        values,
                        new Scale.Logit(0, 0.96),
                        0.9,
                        LocalDate.of(2026, 2, 26),
                        Map.of("all", from));
        LocalDate by = LocalDate.of(2027, 1, 1);
        assertThat(run.reals("targetBy").get(1))
                .isCloseTo(spread.probabilityBy(by).low(), within(1e-12));
        assertThat(run.reals("windowP50Least")).isEqualTo(run.reals("windowP50Most"));
        assertThat(run.reals("windowP10").getFirst())
                .isCloseTo(Dates.year(spread.day(0.1).low()), within(1e-12));
    }

    /// Of two ceilings one lies below the target: half of the belief goes, and the latest never
    /// comes.
    @Test
    void aCeilingBelowTheTargetNeverLetsItCome() {
        var one = Evaluated.of(model, Map.of("ceilings", Value.Reals.of(0.96)));
        var two = Evaluated.of(model, Map.of("ceilings", Value.Reals.of(0.88, 0.96)));
        for (int i = 0; i < one.reals("targetBy").size(); i++) {
            assertThat(two.reals("targetBy").get(i))
                    .isCloseTo(one.reals("targetBy").get(i) / 2, within(1e-12));
        }
        assertThat(two.reals("targetByLeast")).containsOnly(0.0);
        assertThat(two.reals("windowP90")).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void aCeilingThatAScoreReachedIsNone() {
        assertThat(Evaluated.of(model, Map.of("ceiling", new Value.Real(0.6133))).reason("rate"))
                .isEqualTo("needs three records, and a ceiling above them and the floor");
        assertThat(Evaluated.of(model, Map.of("ceilings", Value.Reals.of(0.5))).reason("nextAbove"))
                .startsWith("needs a ceiling above every score");
    }

    private static Map<String, Value> logistic(double rate, double ceiling, int points) {
        List<Map<String, Value>> rows = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            LocalDate date = LocalDate.of(2025, 1, 1).plusDays(50L * i);
            double time = date.toEpochDay() / YEAR - MIDDLE;
            rows.add(row(date, ceiling / (1 + Math.exp(-rate * time))));
        }
        return Map.of("scores", new Value.Table(rows), "ceiling", new Value.Real(ceiling));
    }

    private static Map<String, Value> row(LocalDate date, double score) {
        return Map.of(
                "name", new Value.Text("m"),
                "date", new Value.Day(date),
                "score", new Value.Real(score));
    }

    private static Map<String, Value> with(
            Map<String, Value> given, String one, Value first, String other, Value second) {
        Map<String, Value> all = new LinkedHashMap<>(given);
        all.put(one, first);
        all.put(other, second);
        return all;
    }
}
