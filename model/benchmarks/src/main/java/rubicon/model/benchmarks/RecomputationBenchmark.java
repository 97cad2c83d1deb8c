package rubicon.model.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import rubicon.model.analysis.Standing;
import rubicon.model.analysis.StateCalculator;

/// The states of 1,000 indicators with 100 observations each, from their histories: what stands,
/// what is held, frontier, trend, verdict, and forecasts of two lines by four windows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RecomputationBenchmark {
    private static final int INDICATORS = 1_000;
    private static final int OBSERVATIONS = 100;

    private final MadeUpLedgers made = MadeUpLedgers.of(INDICATORS, OBSERVATIONS);

    /// All of them, on one thread.
    @Benchmark
    public void all(Blackhole states) {
        for (MadeUpLedgers.Ledger it : made.ledgers()) {
            states.consume(
                    StateCalculator.state(
                            Standing.of(it.indicator(), it.histories()),
                            List.of(),
                            MadeUpLedgers.TODAY));
        }
    }
}
