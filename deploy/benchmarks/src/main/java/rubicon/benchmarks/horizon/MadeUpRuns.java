package rubicon.benchmarks.horizon;

import java.util.ArrayList;
import java.util.List;
import rubicon.model.horizon.HorizonRun;
import rubicon.model.stats.SplitMix64;

/// Runs of the shape of METR's public file of 2025-01-11, for where that is not at hand: as many
/// runs of as many agents at as many tasks of as many families. What comes of them says nothing of
/// any model.
final class MadeUpRuns {
    /// Runs of each agent in METR's file, the most first.
    private static final int[] RUNS = {926, 891, 885, 866, 845, 802, 651, 485, 429, 211, 68};

    private static final int TASKS = 83;
    private static final int FAMILIES = 36;

    private MadeUpRuns() {}

    /// The same runs each time.
    static List<HorizonRun> make() {
        var stream = new SplitMix64(20250111);
        double[] minutes = new double[TASKS];
        for (int task = 0; task < TASKS; task++) {
            minutes[task] = Math.exp(Math.log(0.1) + stream.nextOpenUniform() * Math.log(18_000));
        }
        List<HorizonRun> runs = new ArrayList<>();
        for (int agent = 0; agent < RUNS.length; agent++) {
            for (int run = 0; run < RUNS[agent]; run++) {
                int task = run % TASKS;
                double logit = 4 - 0.5 * agent - 0.6 * Math.log(minutes[task]) / Math.log(2);
                boolean success = stream.nextOpenUniform() < 1 / (1 + Math.exp(-logit));
                runs.add(
                        new HorizonRun(
                                "agent %02d".formatted(agent),
                                "family %02d".formatted(task % FAMILIES),
                                "task %02d".formatted(task),
                                minutes[task],
                                success ? 1 : 0));
            }
        }
        return runs;
    }
}
