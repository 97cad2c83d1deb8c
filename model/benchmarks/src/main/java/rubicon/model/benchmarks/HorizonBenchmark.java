package rubicon.model.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonBootstrap;
import rubicon.model.horizon.HorizonDraws;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonRun;
import rubicon.model.stats.SplitMix64;

/// Time horizons of 11 agents with 642 runs each at 83 tasks of 36 families: the size of METR's
/// public file of runs. On two processors the bootstrap takes both.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HorizonBenchmark {
    private static final int AGENTS = 11;
    private static final int RUNS = 642;
    private static final int TASKS = 83;
    private static final int FAMILIES = 36;

    /// Draws of the bootstrap.
    @Param({"1000"})
    public int draws;

    private List<HorizonRun> runs = List.of();

    /// Makes the runs up; the same ones each time.
    @Setup
    public void makeRuns() {
        var stream = new SplitMix64(20250111);
        List<HorizonRun> made = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (int run = 0; run < RUNS; run++) {
                int task = run % TASKS;
                double minutes = Math.pow(2, task / 8.0 - 2);
                double logit = 4 - 0.5 * agent - 0.6 * (task / 8.0 - 2);
                boolean success = stream.nextOpenUniform() < 1 / (1 + Math.exp(-logit));
                made.add(
                        new HorizonRun(
                                "agent " + agent,
                                "family " + task % FAMILIES,
                                "task " + task,
                                minutes,
                                success ? 1 : 0));
            }
        }
        runs = List.copyOf(made);
    }

    /// One agent's fit.
    @Benchmark
    public HorizonFit fit() {
        return HorizonFit.of(
                runs.subList(0, RUNS), HorizonAnalysis.WEIGHTING, HorizonAnalysis.REGULARIZATION);
    }

    /// All draws of all agents.
    @Benchmark
    public HorizonDraws bootstrap() {
        return new HorizonBootstrap(runs, HorizonAnalysis.WEIGHTING, HorizonAnalysis.REGULARIZATION)
                .draw(draws, 42, List.of(0.5, 0.8));
    }

    /// What the service does for one answer: all fits, bins and draws.
    @Benchmark
    public HorizonAnalysis analysis() {
        return HorizonAnalysis.of(runs, draws, 42);
    }
}
