package rubicon.simulator.scenario.takeoff.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskOutputTest {

    /// Oracle: [TaskAllocation], whose optimum is checked by its conditions.
    @Test
    void isTheOutputOfTheBestAllocation() {
        var random = new Random(17);
        double[] rhos = {-8, -1, -0.3, -1e-9, 0, 1e-9, 0.2, 0.85};
        for (int run = 0; run < 4_000; run++) {
            int tasks = 1 + random.nextInt(30);
            double spread = random.nextInt(5) == 0 ? 0 : 8 * random.nextDouble();
            double rho = rhos[random.nextInt(rhos.length)];
            var output = new TaskOutput(tasks);
            output.set(rho, spread);
            List<Double> weights = Collections.nCopies(tasks, 1.0);
            List<Double> efficiencies =
                    IntStream.range(0, tasks)
                            .mapToObj(i -> Math.pow(10, -spread * i / Math.max(1, tasks - 1)))
                            .toList();
            double alone = best(weights, efficiencies, 1, 0, rho, 0);
            for (int amount = 0; amount < 5; amount++) {
                double labour = 3 * random.nextGaussian();
                double compute = 6 * random.nextGaussian();
                int able = random.nextInt(tasks + 1);
                double expected =
                        best(weights, efficiencies, Math.exp(labour), Math.exp(compute), rho, able)
                                / alone;
                assertThat(output.log(labour, compute, able))
                        .as("%d of %d tasks, rho %s, spread %s", able, tasks, rho, spread)
                        .isCloseTo(Math.log(expected), within(3e-7));
            }
        }
    }

    private static double best(
            List<Double> weights,
            List<Double> efficiencies,
            double labour,
            double compute,
            double rho,
            int able) {
        return TaskAllocation.optimal(weights, efficiencies, labour, compute, rho, able).output();
    }
}
