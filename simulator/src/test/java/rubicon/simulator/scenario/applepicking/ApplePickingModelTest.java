package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Value;

class ApplePickingModelTest {
    private static final long SEED = 20260408;
    private static final Offset<Double> PRINTED = within(5e-4);

    private final ApplePickingModel model = new ApplePickingModel();

    /// Published: 2.275 for the crossing at (.5, .3, 2). The other numbers are those of the tree's
    /// own equations, computed elsewhere.
    @Test
    void byDefaultItIsTheTreeOfThePaper() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("crossing")).isCloseTo(2.2754852, within(1e-7));
        assertThat(run.real("humanEquivalentLimit")).isCloseTo(2.3104906, within(1e-7));
        assertThat(run.reals("humanEquivalent").get(0)).isCloseTo(1.2662850, within(1e-7));
        assertThat(run.reals("humanEquivalent").get(2)).isCloseTo(2.2499908, within(1e-7));
        assertThat(run.real("jumpLimit")).isCloseTo(Math.log(2), within(1e-15));
        assertThat(run.text("regime")).isEqualTo("stuck");
        assertThat(run.reason("fixedPoint")).contains("soft");
    }

    /// The ready-made plateau: jumps of .279, .336, .511 in .42, .46, .57 months of agents' work.
    @Test
    void threeGenerationsJumpAndStop() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.reals("jump").get(0)).isCloseTo(0.2787, PRINTED);
        assertThat(run.reals("jump").get(1)).isCloseTo(0.3365, PRINTED);
        assertThat(run.reals("jump").get(2)).isCloseTo(0.5108, PRINTED);
        assertThat(run.reals("generationSpend").get(0)).isCloseTo(0.4163, PRINTED);
        assertThat(run.reals("generationSpend").get(1)).isCloseTo(0.4615, PRINTED);
        assertThat(run.reals("generationSpend").get(2)).isCloseTo(0.5729, PRINTED);
        assertThat(run.reals("remainingCurve").getLast()).isCloseTo(0.0136934, within(1e-7));
    }

    @Test
    void atFullReachTheThirdGenerationNeverHandsBack() {
        var run = Evaluated.of(model, Map.of("releases", releases(2, 0.3, 5, 0.5, 8, 1)));
        assertThat(run.reals("switchTime").get(2)).isEqualTo(12);
        assertThat(run.reals("jump").get(2)).isCloseTo(16, within(1e-12));
    }

    @Test
    void generationsKeepTheOrderOfTheTable() {
        var sorted = Evaluated.of(model, Map.of("releases", releases(2, 0.3, 5, 0.5, 40, 0.9)));
        var shuffled = Evaluated.of(model, Map.of("releases", releases(40, 0.9, 5, 0.5, 2, 0.3)));
        assertThat(shuffled.reals("jump")).isEqualTo(sorted.reals("jump").reversed());
        assertThat(shuffled.reals("switchTime"))
                .isEqualTo(sorted.reals("switchTime").reversed())
                .startsWith(Double.POSITIVE_INFINITY);
        assertThat(shuffled.reals("jump").getFirst()).isZero();
    }

    @Test
    void manyTreesHideTheJumpsOfEach() {
        var one = Evaluated.of(model, Map.of("trees", new Value.Whole(1)));
        var many = Evaluated.of(model, Map.of("trees", new Value.Whole(60)));
        assertThat(many.real("burstiness")).isLessThan(one.real("burstiness"));
        assertThat(many.real("largestMonth")).isLessThan(one.real("largestMonth"));
        assertThat(one.reals("totalCurve")).isEqualTo(one.reals("progressCurve"));
    }

    @Test
    void theBestDivisionIsNeverWorseThanEither() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            var run =
                    Evaluated.of(
                            model,
                            Map.of(
                                    "reach", new Value.Real(random.nextDouble()),
                                    "humanRate", new Value.Real(random.nextDouble(0.1, 0.5)),
                                    "agentRate", new Value.Real(random.nextDouble(0.1, 10)),
                                    "heights", new Value.Text("power"),
                                    "shape", new Value.Real(random.nextDouble(0.3, 3)),
                                    "priorAgent", new Value.Real(random.nextDouble())));
            for (int x = 0; x <= 200; x += 20) {
                assertThat(run.reals("bestCurve").get(x))
                        .as("seed %d, run %d", SEED, i)
                        .isLessThanOrEqualTo(run.reals("peopleCurve").get(x) + 1e-12)
                        .isLessThanOrEqualTo(run.reals("agentsCurve").get(x) + 1e-12);
            }
            assertThat(run.real("agentBudget") + run.real("humanBudget"))
                    .isCloseTo(5, within(1e-12));
        }
    }

    @Test
    void withoutSpendNoElasticityIsTold() {
        var run =
                Evaluated.of(
                        model,
                        Map.of("humanSpend", new Value.Real(0), "agentSpend", new Value.Real(0)));
        assertThat(run.reason("elasticityPeople")).contains("needs a spend");
        assertThat(run.real("ideas")).isZero();
    }

    private static Value releases(double... cells) {
        List<Map<String, Value>> rows = Arrays.asList(row(cells, 0), row(cells, 2), row(cells, 4));
        return new Value.Table(rows);
    }

    private static Map<String, Value> row(double[] cells, int from) {
        return Map.of(
                "release", new Value.Real(cells[from]),
                "reach", new Value.Real(cells[from + 1]),
                "agentRate", new Value.Real(4));
    }
}
