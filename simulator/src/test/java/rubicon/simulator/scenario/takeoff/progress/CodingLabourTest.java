package rubicon.simulator.scenario.takeoff.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.takeoff.task.TaskAllocation;

class CodingLabourTest {

    /// Oracle: the same production with two thousand tasks instead of a continuum, shared out by
    /// [TaskAllocation].
    @Test
    void isTheLimitOfManyTasks() {
        var random = new Random(21);
        int tasks = 2_000;
        for (int run = 0; run < 25; run++) {
            double rho = -0.5 - 3 * random.nextDouble();
            double slope = 2 * random.nextDouble();
            double level = Math.exp(2 * random.nextGaussian());
            double automatedNow = 0.2 + 0.3 * random.nextDouble();
            double perProgress = 0.05 + 0.2 * random.nextDouble();
            CodingLabour labour = labour(rho, slope, level, automatedNow, perProgress);
            double progress = 20 + 4 * random.nextGaussian();
            double computePerHuman = Math.exp(3 * random.nextGaussian());
            List<Double> weights = new ArrayList<>();
            List<Double> eta = new ArrayList<>();
            int automatable = 0;
            for (int i = 0; i < tasks; i++) {
                double share = (i + 0.5) / tasks;
                double threshold = 20 + (share - automatedNow) / perProgress;
                weights.add(1.0);
                eta.add(level * Math.pow(10, slope * (progress - threshold)));
                if (progress >= threshold) {
                    automatable = i + 1;
                }
            }
            TaskAllocation both =
                    TaskAllocation.optimal(weights, eta, 1, computePerHuman, rho, automatable);
            TaskAllocation people = TaskAllocation.optimal(weights, eta, 1, 0, rho, 0);
            double expected = Math.log(both.output() / people.output());
            assertThat(labour.logMultiplier(progress, Math.log(computePerHuman)))
                    .as("rho %s, %s tasks", rho, automatable)
                    .isCloseTo(expected, within(0.004 + 0.004 * expected));
        }
    }

    @Test
    void steepEfficienciesDoNotOverflow() {
        CodingLabour labour = labour(-5, 500, 0.05, 0.3, 0.15);
        assertThat(labour.logMultiplier(1e6, 50)).isFinite();
        assertThat(labour.logMultiplier(22, -700)).isBetween(0.0, 50.0);
        assertThat(labour.logMultiplier(-1e6, 50)).isZero();
    }

    @Test
    void risesWithProgressAndCompute() {
        CodingLabour labour = labour(-2, 3, 0.05, 0.27, 0.14);
        double before = -1;
        for (double progress = 15; progress < 40; progress += 0.05) {
            double now = labour.logMultiplier(progress, 2);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            assertThat(labour.logMultiplier(progress, 3)).isGreaterThanOrEqualTo(now - 1e-12);
            before = now;
        }
    }

    private static CodingLabour labour(
            double rho, double slope, double level, double automatedNow, double perProgress) {
        var labour = new CodingLabour();
        labour.set(rho, slope, level, 20, automatedNow, perProgress);
        return labour;
    }
}
