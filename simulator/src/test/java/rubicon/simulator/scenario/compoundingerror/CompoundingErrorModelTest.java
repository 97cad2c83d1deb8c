package rubicon.simulator.scenario.compoundingerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.Value;

class CompoundingErrorModelTest {
    private final CompoundingErrorModel model = new CompoundingErrorModel();

    /// With its defaults every view but the uncertain one is the essay's plain chain.
    @Test
    void defaultsAreTheEssay() {
        Map<String, Value> outputs = evaluate(Map.of());
        for (String view : List.of("survival", "aligned", "driftSurvival", "layeredSurvival")) {
            assertThat(reals(outputs, view).get(0)).as(view).isCloseTo(0.951206, within(5e-7));
            assertThat(reals(outputs, view).get(1)).as(view).isCloseTo(0.606379, within(5e-7));
        }
        assertThat(outputs.get("maxGenerations")).isEqualTo(new Value.Real(51));
    }

    /// Oracle: for a = 1 the 5 % quantile of survival is `0.05^(n/b)`.
    @Test
    void theUnluckyFareWorseThanThePlugInAndTheMeanBetter() {
        Map<String, Value> outputs = evaluate(Map.of());
        assertThat(reals(outputs, "unluckySurvival").get(1))
                .isCloseTo(Math.pow(0.05, 500.0 / 999), within(1e-11));
        assertThat(reals(outputs, "unluckySurvival").get(1))
                .isLessThan(reals(outputs, "plugInSurvival").get(1));
        assertThat(reals(outputs, "plugInSurvival").get(1))
                .isLessThan(reals(outputs, "uncertainSurvival").get(1));
    }

    @Test
    void curvesRunFromNoneToTheLastGenerationAskedFor() {
        Map<String, Value> outputs =
                evaluate(Map.of("generations", new Value.Wholes(List.of(7L, 3L))));
        assertThat(outputs.get("curveGenerations"))
                .isEqualTo(new Value.Wholes(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L)));
        assertThat(reals(outputs, "curveSurvival")).hasSize(8).startsWith(1.0);
        assertThat(reals(outputs, "curveSurvival").get(3))
                .isEqualTo(reals(outputs, "survival").get(1));
    }

    @Test
    void longCurvesHaveDistinctPointsAndEndOnTheLast() {
        Map<String, Value> outputs =
                evaluate(Map.of("generations", new Value.Wholes(List.of(9_999L))));
        assertThat(wholes(outputs, "curveGenerations"))
                .hasSize(201)
                .doesNotHaveDuplicates()
                .isSorted()
                .endsWith(9_999L);
    }

    @Test
    void equalAssignmentsGiveEqualOutputs() {
        Map<String, Value> given = Map.of("fidelity", new Value.Real(0.97));
        assertThat(evaluate(given)).isEqualTo(evaluate(given));
    }

    @Test
    void cornersOfTheDomainsStayProbabilities() {
        for (double q : new double[] {0.9, 0.999999}) {
            for (double g : new double[] {0.9, 1.1}) {
                for (double beta : new double[] {0.01, 1_000_000}) {
                    Map<String, Value> outputs =
                            evaluate(
                                    Map.of(
                                            "fidelity", new Value.Real(q),
                                            "growth", new Value.Real(g),
                                            "errorAlpha", new Value.Real(0.01),
                                            "errorBeta", new Value.Real(beta),
                                            "recovery", new Value.Real(0.999999),
                                            "generations", new Value.Wholes(List.of(1L, 10_000L))));
                    outputs.values().stream()
                            .filter(Value.Reals.class::isInstance)
                            .flatMap(list -> ((Value.Reals) list).values().stream())
                            .forEach(p -> assertThat(p).isBetween(0.0, 1.0 + 1e-12));
                }
            }
        }
    }

    private Map<String, Value> evaluate(Map<String, Value> given) {
        var resolution = Assignment.resolve(model.description(), given);
        assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
        return model.evaluate(((Resolution.Resolved) resolution).assignment());
    }

    private static List<Double> reals(Map<String, Value> outputs, String name) {
        if (outputs.get(name) instanceof Value.Reals(var reals)) {
            return reals;
        }
        throw new AssertionError(name + " is no list of reals: " + outputs.get(name));
    }

    private static List<Long> wholes(Map<String, Value> outputs, String name) {
        if (outputs.get(name) instanceof Value.Wholes(var wholes)) {
            return wholes;
        }
        throw new AssertionError(name + " is no list of integers: " + outputs.get(name));
    }
}
