package rubicon.model.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rubicon.model.capabilityindex.CapabilityFit;
import rubicon.model.capabilityindex.CapabilityIndex;
import rubicon.model.capabilityindex.Score;
import rubicon.model.capabilityindex.ScoreTable;
import rubicon.model.stats.SplitMix64;

/// The capability index of 179 models at 38 benchmarks with about 1,324 scores: the size of Epoch's
/// table.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CapabilityIndexBenchmark {
    private static final int MODELS = 179;
    private static final int BENCHMARKS = 38;
    private static final double FILLED = 1_324.0 / (MODELS * BENCHMARKS);

    private @Nullable ScoreTable table;

    /// Makes the table up; the same one each time.
    @Setup
    public void makeTable() {
        var stream = new SplitMix64(11);
        List<Score> scores = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
                boolean isFilled = stream.nextOpenUniform() < FILLED;
                double noise = 0.2 * (stream.nextOpenUniform() - 0.5);
                // Each model has a score at the anchor: one connected table.
                if (isFilled || benchmark == 0) {
                    double score =
                            CapabilityIndex.score(
                                    4.0 * model / MODELS,
                                    4.0 * benchmark / BENCHMARKS,
                                    1 + benchmark % 3);
                    scores.add(new Score(model, benchmark, Math.clamp(score + noise, 0.01, 0.99)));
                }
            }
        }
        table = new ScoreTable(names("model ", MODELS), names("benchmark ", BENCHMARKS), scores);
    }

    private static List<String> names(String what, int count) {
        return IntStream.range(0, count).mapToObj(it -> what + it).toList();
    }

    /// One fit.
    @Benchmark
    public CapabilityFit fit() {
        return CapabilityIndex.fit(
                Objects.requireNonNull(table), "benchmark 0", CapabilityIndex.RIDGE);
    }
}
