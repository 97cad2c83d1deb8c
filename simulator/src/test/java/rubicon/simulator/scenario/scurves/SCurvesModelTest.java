package rubicon.simulator.scenario.scurves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Value;

class SCurvesModelTest {
    private static final long SEED = 20260409;

    private final SCurvesModel model = new SCurvesModel();

    /// The ready-made scenario: steep 3, 7, 7; of them early 3, 4, 1; pending .21, .25.
    @Test
    void byDefaultSevenCurvesAreSteep() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.reals("steepCount")).containsExactly(3.0, 7.0, 7.0);
        assertThat(run.reals("earlySteepCount")).containsExactly(3.0, 4.0, 1.0);
        assertThat(run.reals("pendingSinceYearBefore").get(0)).isZero();
        assertThat(run.reals("pendingSinceYearBefore").get(1)).isCloseTo(0.21, within(5e-3));
        assertThat(run.reals("pendingSinceYearBefore").get(2)).isCloseTo(0.25, within(5e-3));
        assertThat(run.texts("phases")).contains("late-steep", "not-started").hasSize(10);
    }

    /// The two tables tell one story: the curves were laid through the marks of two years.
    @Test
    void curvesOverIntelligenceStandWhereTheMarksDo() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("pending"))
                .isCloseTo(run.reals("pendingSinceYearBefore").getLast(), within(2e-3));
        assertThat(run.real("steepNow") + run.real("saturatedNow")).isCloseTo(8, within(1.0));
        assertThat(run.real("imminentIndex")).isCloseTo(run.real("pending"), within(1e-12));
        assertThat(run.real("remaining"))
                .isCloseTo(1 - run.reals("aggregateGain").getLast(), within(2e-3));
    }

    /// Closed form: the slope at the midpoint of one curve is G·k/4, super-critical above 1,
    /// between m ± ln((1 + q)/(1 − q))/k with q = √(1 − 4/(G·k)).
    @Test
    void oneCurveIsSuperCriticalAboutItsMidpoint() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "curves", new Value.Table(List.of(curve(2, 4, 3))),
                                "now", new Value.Real(3)));
        assertThat(run.real("slope")).isCloseTo(2, within(1e-12));
        assertThat(run.real("supercritical")).isEqualTo(1);
        double q = Math.sqrt(0.5);
        double half = Math.log((1 + q) / (1 - q)) / 4;
        assertThat(run.reals("supercriticalFrom").getFirst()).isCloseTo(3 - half, within(1e-12));
        assertThat(run.reals("supercriticalTo").getFirst()).isCloseTo(3 + half, within(1e-12));
        var flat = Evaluated.of(model, Map.of("curves", new Value.Table(List.of(curve(1, 4, 3)))));
        assertThat(flat.reals("supercriticalFrom").getFirst()).isInfinite();
        assertThat(flat.reals("supercriticalTo").getFirst()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void withoutGainsThereIsTheBaseline() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "curves", new Value.Table(List.of(curve(0, 4, 3))),
                                "drift", new Value.Real(0)));
        assertThat(run.real("output")).isEqualTo(0.5);
        assertThat(run.reals("path")).hasSize(11).endsWith(0.5, 0.5);
        assertThat(run.reals("crossings")).containsExactly(0.5);
        assertThat(run.texts("crossingKinds")).containsExactly("stable");
        assertThat(run.real("imminentIndex")).isZero();
    }

    /// Without drift a path ends at a crossing that is stable.
    @Test
    void generationsMoveToAStableCrossing() {
        var run =
                Evaluated.of(
                        model,
                        Map.of(
                                "curves", new Value.Table(List.of(curve(3, 4, 2))),
                                "baseline", new Value.Real(0.2),
                                "drift", new Value.Real(0),
                                "now", new Value.Real(2.2),
                                "generations", new Value.Whole(100)));
        assertThat(run.texts("crossingKinds")).containsExactly("stable", "unstable", "stable");
        assertThat(run.reals("path").getLast())
                .isCloseTo(run.reals("crossings").getLast(), within(1e-9));
    }

    /// Counts do not depend on the unit of the axis: k → k/a, m → a·m + c.
    @Test
    void countsDoNotDependOnTheUnitOfIntelligence() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 50; i++) {
            double k = random.nextDouble(0.5, 5);
            double m = random.nextDouble(-2, 2);
            double now = random.nextDouble(-2, 2);
            double stretch = random.nextDouble(0.2, 5);
            double shift = random.nextDouble(-3, 3);
            var one = steep(curve(1, k, m), now);
            var other = steep(curve(1, k / stretch, stretch * m + shift), stretch * now + shift);
            assertThat(other.real("steepNow"))
                    .as("seed %d, run %d", SEED, i)
                    .isEqualTo(one.real("steepNow"));
            assertThat(other.real("saturatedNow")).isEqualTo(one.real("saturatedNow"));
        }
    }

    @Test
    void theSlopeIsThatOfTheCurve() {
        var run = Evaluated.of(model, Map.of());
        List<Double> axis = run.reals("intelligence");
        List<Double> output = run.reals("outputCurve");
        for (int i = 1; i < axis.size() - 1; i++) {
            double rise = output.get(i + 1) - output.get(i - 1);
            assertThat(run.reals("slopeCurve").get(i))
                    .isCloseTo(rise / (axis.get(i + 1) - axis.get(i - 1)), within(1e-3));
        }
    }

    private Evaluated steep(Map<String, Value> curve, double now) {
        return Evaluated.of(
                model,
                Map.of("curves", new Value.Table(List.of(curve)), "now", new Value.Real(now)));
    }

    private static Map<String, Value> curve(double gain, double steepness, double midpoint) {
        return Map.of(
                "category", new Value.Text("one"),
                "gain", new Value.Real(gain),
                "overlap", new Value.Real(1),
                "steepness", new Value.Real(steepness),
                "midpoint", new Value.Real(midpoint));
    }
}
