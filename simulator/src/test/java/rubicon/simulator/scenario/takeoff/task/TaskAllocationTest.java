package rubicon.simulator.scenario.takeoff.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskAllocationTest {

    /// Output is concave, so these conditions are sufficient: all is used; whoever does a task
    /// gives as much there as anywhere, and no more could be had from who does not.
    @Test
    void isOptimalByItsConditions() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            int tasks = 1 + random.nextInt(8);
            List<Double> weights = positive(random, tasks, 1);
            List<Double> eta =
                    positive(random, tasks, 2).stream().sorted(Comparator.reverseOrder()).toList();
            double labour = Math.exp(2 * random.nextGaussian());
            double compute = Math.exp(2 * random.nextGaussian());
            double rho =
                    random.nextBoolean() ? -3 * random.nextDouble() : 0.8 * random.nextDouble();
            int automatable = 1 + random.nextInt(tasks);
            var best = TaskAllocation.optimal(weights, eta, labour, compute, rho, automatable);
            assertThat(sum(best.labour()))
                    .isCloseTo(automatable == tasks ? used(best) : labour, within(1e-9 * labour));
            assertThat(sum(best.compute())).isCloseTo(compute, within(1e-9 * compute));
            assertMarginals(best, weights, eta, rho, automatable);
        }
    }

    private static double used(TaskAllocation best) {
        return sum(best.labour());
    }

    private static double sum(List<Double> amounts) {
        return amounts.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void assertMarginals(
            TaskAllocation best, List<Double> weights, List<Double> eta, double rho, int able) {
        int tasks = weights.size();
        double[] marginal = new double[tasks];
        double labourPrice = 0;
        double computePrice = 0;
        for (int i = 0; i < tasks; i++) {
            double amount =
                    best.labour().get(i) + (i < able ? eta.get(i) * best.compute().get(i) : 0);
            marginal[i] = weights.get(i) * Math.pow(amount, rho - 1);
            labourPrice = Math.max(labourPrice, marginal[i]);
            if (i < able) {
                computePrice = Math.max(computePrice, eta.get(i) * marginal[i]);
            }
        }
        for (int i = 0; i < tasks; i++) {
            if (best.labour().get(i) > 1e-9 * used(best)) {
                assertThat(marginal[i] / labourPrice).isCloseTo(1, within(1e-6));
            }
            if (i < able && best.compute().get(i) > 1e-9) {
                assertThat(eta.get(i) * marginal[i] / computePrice).isCloseTo(1, within(1e-6));
            }
        }
        assertThat(computePrice / labourPrice)
                .isCloseTo(best.priceRatio(), within(1e-6 * best.priceRatio()));
    }

    @Test
    void noRandomAllocationIsBetter() {
        var random = new Random(3);
        List<Double> weights = List.of(0.5, 0.3, 0.2, 0.4);
        List<Double> eta = List.of(10.0, 4.0, 1.0, 0.2);
        double best = TaskAllocation.optimal(weights, eta, 1, 1, -0.5, 3).output();
        for (int i = 0; i < 5_000; i++) {
            double[] labour = shares(random, 4);
            double[] compute = shares(random, 3);
            double[] amounts = new double[4];
            for (int task = 0; task < 4; task++) {
                amounts[task] = labour[task] + (task < 3 ? eta.get(task) * compute[task] : 0);
            }
            assertThat(TaskAllocation.output(weights, amounts, -0.5)).isLessThanOrEqualTo(best);
        }
    }

    @Test
    void equalEfficienciesAddLabourAndCompute() {
        List<Double> weights = List.of(1.0, 2.0, 0.5);
        List<Double> eta = List.of(4.0, 4.0, 4.0);
        double both = TaskAllocation.optimal(weights, eta, 1, 0.5, -1, 3).output();
        assertThat(both)
                .isCloseTo(
                        TaskAllocation.optimal(weights, eta, 3, 0, -1, 0).output(), within(1e-12));
    }

    /// With infinite compute the tasks that people must do set output: `L·(Σβ^σ)^(1/ρ)…` over
    /// those.
    @Test
    void infiniteComputeLeavesTheWeakLinks() {
        List<Double> weights = List.of(1.0, 1.0, 1.0, 1.0);
        List<Double> eta = List.of(5.0, 5.0, 5.0, 5.0);
        double output = TaskAllocation.optimal(weights, eta, 1, 1e18, -0.5, 2).output();
        // Two tasks with half the labour each, the two others free: ((2·0.5^ρ)/4)^(1/ρ).
        double limit = Math.pow(2 * Math.pow(0.5, -0.5) / 4, 1 / -0.5);
        assertThat(output).isCloseTo(limit, within(1e-6));
    }

    @Test
    void moreOfEitherNeverGivesLess() {
        var random = new Random(9);
        for (int i = 0; i < 300; i++) {
            List<Double> weights = positive(random, 5, 1);
            List<Double> eta =
                    positive(random, 5, 2).stream().sorted(Comparator.reverseOrder()).toList();
            double rho = -2 * random.nextDouble();
            double made = output(weights, eta, 1, 1, rho, 3);
            assertThat(output(weights, eta, 1.5, 1, rho, 3)).isGreaterThanOrEqualTo(made);
            assertThat(output(weights, eta, 1, 1.5, rho, 3)).isGreaterThanOrEqualTo(made);
            assertThat(output(weights, eta, 1, 1, rho, 4))
                    .isGreaterThanOrEqualTo(made * (1 - 1e-12));
        }
    }

    @Test
    void edgesAreNumbers() {
        List<Double> weights = List.of(1.0, 2.0);
        List<Double> eta = List.of(3.0, 1.0);
        assertThat(output(weights, eta, 1, 0, -0.5, 2)).isGreaterThan(0);
        assertThat(output(weights, eta, 0, 1, -0.5, 2)).isGreaterThan(0);
        assertThat(output(weights, eta, 0, 1, -0.5, 1)).isZero();
        assertThat(output(weights, eta, 1, 1, 0, 1)).isGreaterThan(0);
        assertThat(TaskAllocation.optimal(weights, eta, 1, 1, -0.5, 0).priceRatio()).isZero();
        assertThat(output(weights, eta, 1, 1, -1e-9, 2))
                .isCloseTo(output(weights, eta, 1, 1, 0, 2), within(1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output(weights, List.of(1.0, 3.0), 1, 1, -0.5, 2))
                .withMessageContaining("eta");
    }

    @Test
    void requirementsSpanTheGapTwentyTasksInAHundred() {
        var requirements = new Requirements(1e36, 1e4, 101);
        assertThat(requirements.of(100)).isCloseTo(1e36, within(1e22));
        assertThat(requirements.of(20)).isCloseTo(1e32, within(1e18));
        assertThat(requirements.automatedFraction(1e36)).isEqualTo(1);
        assertThat(requirements.automatedFraction(1e29)).isZero();
        assertThat(requirements.all()).isSorted();
    }

    @Test
    void aCeilingStopsTheLevel() {
        var law = new ResearchUpdate.Law(1, 100, 0.7, 1.25);
        var state = new ResearchUpdate(1, 1);
        for (int i = 0; i < 100_000; i++) {
            state = state.after(law, 10, 1);
        }
        assertThat(state.level()).isBetween(80.0, 100.0);
    }

    @Test
    void smallStepsTendToTheExactPenalty() {
        var law = new ResearchUpdate.Law(1, 1e4, 0.7, 1.25);
        double cumulative = 1 + 20 * Math.pow(3, 0.7);
        double left = ResearchUpdate.left(4, -1.25 / Math.log(1e4), cumulative);
        var small = new ResearchUpdate(1, 1);
        for (int i = 0; i < 200_000; i++) {
            small = small.after(law, 3, 1e-4);
        }
        assertThat(small.cumulative()).isCloseTo(cumulative, within(1e-7));
        assertThat(Math.log10(small.level())).isCloseTo(4 - left, within(1e-3));
        assertThat(ResearchUpdate.left(4, -1.25 / Math.log(1e4), 1e300)).isBetween(0.0, 4.0);
    }

    private static double output(
            List<Double> weights,
            List<Double> eta,
            double labour,
            double compute,
            double rho,
            int automatable) {
        return TaskAllocation.optimal(weights, eta, labour, compute, rho, automatable).output();
    }

    private static List<Double> positive(Random random, int size, double spread) {
        return Stream.generate(() -> Math.exp(spread * random.nextGaussian())).limit(size).toList();
    }

    private static double[] shares(Random random, int size) {
        double[] shares = DoubleStream.generate(random::nextDouble).limit(size).toArray();
        double sum = DoubleStream.of(shares).sum();
        return DoubleStream.of(shares).map(share -> share / sum).toArray();
    }
}
