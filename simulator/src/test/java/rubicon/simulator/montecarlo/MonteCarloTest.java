package rubicon.simulator.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Uniform;
import rubicon.model.wire.Topics;
import rubicon.simulator.scenario.ScenarioModel;

class MonteCarloTest {
    private static final Uniform TURN = new Uniform(-Math.PI, Math.PI);
    private static final ScenarioModel SUM = Toys.of(2, x -> x[0] + x[1]);

    /// Oracle: Ishigami & Homma 1990 with a = 7, b = 0.1, in closed form.
    @Test
    void sobolIndicesOfIshigami() {
        ScenarioModel ishigami =
                Toys.of(
                        3,
                        x ->
                                Math.sin(x[0])
                                        + 7 * Math.pow(Math.sin(x[1]), 2)
                                        + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]));
        Plan plan = Toys.plan(ishigami, Sampling.SOBOL, 4096, TURN, TURN, TURN);
        SobolIndices indices = indices(plan, 4096);
        double[] first = {0.31390519, 0.44241114, 0};
        double[] total = {0.55758886, 0.44241114, 0.24368366};
        for (int i = 0; i < 3; i++) {
            assertThat(indices.first().get(i).getFirst()).isCloseTo(first[i], within(0.01));
            assertThat(indices.total().get(i).getFirst()).isCloseTo(total[i], within(0.01));
        }
        assertThat(indices.series()).hasSize(1);
    }

    @Test
    void indicesAreNotDefinedWhereAnOutputIsNotFinite() {
        ScenarioModel sometimes = Toys.of(1, x -> x[0] > 0 ? 1 / 0.0 : x[0]);
        Plan plan = Toys.plan(sometimes, Sampling.SOBOL, 10, TURN);
        assertThat(indices(plan, 64).first().getFirst().getFirst()).isNaN();
    }

    @Test
    void theDesignOfIndicesComesInAnyOrderAndFromAnyWorker() {
        Plan plan = Toys.plan(SUM, Sampling.SOBOL, 10, TURN, new Normal(0, 1));
        int pairs = 9_000;
        SobolIndices inOrder = indices(plan, pairs);
        List<SobolSums> pieces = new ArrayList<>();
        for (int block = 2; block >= 0; block--) {
            byte[] sent = new SobolDesign(plan, pairs).run(block, () -> false).toBytes();
            pieces.add(SobolSums.ofBytes(plan, sent));
        }
        assertThat(SobolIndices.of(plan, pairs, pieces)).isEqualTo(inOrder);
        // Closed form: the inputs' variances π²/3 and 1, of their sum.
        double share = 1 / (1 + 3 / (Math.PI * Math.PI));
        assertThat(inOrder.first().getFirst().getFirst()).isCloseTo(share, within(0.01));
        assertThat(inOrder.total().getFirst().getFirst()).isCloseTo(share, within(0.01));
        assertThatThrownBy(() -> SobolIndices.of(plan, pairs, pieces.subList(0, 2)))
                .hasMessage("2 blocks are no whole");
        assertThatThrownBy(() -> new SobolDesign(plan, pairs).run(0, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    /// What waits, travels and is kept of a run: summaries of bounded size, three numbers a block,
    /// and the draws of two blocks.
    @Test
    void whatIsKeptOfARunDoesNotGrowWithItsSamples() {
        Partial some = part(40, 4, 36);
        Partial more = part(148, 4, 144);
        int moments = (144 - 36) * more.summaries().size() * 3 * Double.BYTES;
        assertThat(more.toBytes().length).isLessThan(some.toBytes().length * 3 / 2 + moments);
        assertThat(more.draws()).isEmpty();
        assertThat(part(40, 0, 10).draws()).hasSize(Worker.KEPT_BLOCKS);
    }

    private static Partial part(int allBlocks, int first, int blocks) {
        Plan plan =
                Toys.plan(
                        SUM,
                        Sampling.LATIN_HYPERCUBE,
                        (long) allBlocks * Blocks.SIZE,
                        new Normal(1, 3),
                        new Normal(2, 4));
        return new Worker(plan).run(first, blocks, () -> false);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void aSumOfNormalsIsNormal(Sampling sampling) throws InterruptedException {
        Plan plan = Toys.plan(SUM, sampling, 100_000, new Normal(1, 3), new Normal(2, 4));
        Tally tally = run(plan, 2);
        Summary y = tally.summaries().getFirst();
        assertThat(y.count()).isEqualTo(100_000);
        assertThat(y.moments().mean()).isCloseTo(3, within(0.06));
        assertThat(y.moments().sd()).isCloseTo(5, within(0.05));
        assertThat(y.quantile(0.9)).isCloseTo(new Normal(3, 5).quantile(0.9), within(0.08));
        assertThat(y.exceeding(0) / 1e5)
                .isCloseTo(1 - new Normal(3, 5).cumulative(0), within(0.005));
        // The list's third item is twice the answer.
        assertThat(tally.summaries().get(3).quantile(0.5))
                .isCloseTo(2 * y.quantile(0.5), within(0.04));
        double[][] ranks = tally.rankCorrelations();
        assertThat(ranks[0][0]).isCloseTo(0.58, within(0.03));
        assertThat(ranks[1][0]).isCloseTo(0.79, within(0.03));
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void anyNumberOfThreadsAndAnyCutGivesTheSameBytes(Sampling sampling) throws Exception {
        ScenarioModel wild =
                Toys.of(2, x -> x[0] > 30 ? 1 / 0.0 : x[1] > 20 ? Double.NaN : x[0] * x[1]);
        List<Correlation> together = List.of(new Correlation(0, 1, 0.5));
        Plan plan =
                Toys.plan(
                        wild,
                        sampling,
                        41_000,
                        together,
                        LogNormal.ofInterval(0.5, 40, LogNormal.Z_80),
                        new Normal(0, 10));
        byte[] one = bytes(run(plan, 1));
        assertThat(bytes(run(plan, 2))).isEqualTo(one);
        assertThat(bytes(run(plan, 7))).isEqualTo(one);
        for (int size : new int[] {1, 3, 11}) {
            assertThat(bytes(inPieces(plan, size))).isEqualTo(one);
        }
        assertThat(bytes(run(Toys.plan(wild, sampling, 41_000, TURN, TURN), 1))).isNotEqualTo(one);
    }

    /// Two blocks of samples of which many inputs are drawn are one message still, as text in base
    /// 64; of few inputs all samples are kept.
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 500})
    void whatIsKeptOfManyInputsFitsInAMessage(int inputs) {
        var drawn = new Distribution[inputs];
        Arrays.fill(drawn, TURN);
        Plan plan =
                Toys.plan(
                        Toys.of(inputs, x -> Arrays.stream(x).sum()),
                        Sampling.INDEPENDENT,
                        2 * Blocks.SIZE,
                        drawn);
        Partial part = new Worker(plan).run(0, 2, () -> false);
        assertThat(part.toBytes().length * 4L / 3)
                .isLessThan(Topics.LARGEST_SIMULATION_RESULT * 3L / 4);
        assertThat(part.draws())
                .hasSize(2)
                .allSatisfy(it -> {
                    int kept = it.outputs()[0].length;
                    assertThat(kept).isBetween(500, Blocks.SIZE);
                    assertThat(kept == Blocks.SIZE).isEqualTo(inputs <= 63);
                    double[] sums = new double[kept];
                    for (double[] input : it.inputs()) {
                        assertThat(input).hasSize(kept);
                        Arrays.setAll(sums, i -> sums[i] + input[i]);
                    }
                    assertThat(it.outputs()[0]).containsExactly(sums, within(1e-9));
                });
        var tally = new Tally(plan);
        tally.add(part);
        assertThat(tally.rankCorrelations()[0][0]).isCloseTo(1 / Math.sqrt(inputs), within(0.12));
    }

    @Test
    void progressIsToldAndARunCanBeCancelled() throws InterruptedException {
        Plan plan = Toys.plan(SUM, Sampling.INDEPENDENT, 50_000, TURN, TURN);
        List<Integer> told = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            MonteCarlo.run(plan, executor, 2, told::add, () -> false);
            assertThat(told).isSorted().last().isEqualTo(plan.blocks());
            var asked = new AtomicInteger();
            assertThatThrownBy(() ->
                            MonteCarlo.run(
                                    plan, executor, 2, _ -> {}, () -> asked.incrementAndGet() > 5))
                    .isInstanceOf(CancellationException.class);
            assertThat(asked.get()).isLessThan(100);
        }
    }

    @Test
    void whatAModelThrowsComesOut() {
        Plan plan =
                Toys.plan(
                        Toys.of(
                                1,
                                x -> {
                                    if (x[0] == 0) {
                                        return 0;
                                    }
                                    throw new ArithmeticException("no");
                                }),
                        Sampling.INDEPENDENT,
                        10,
                        TURN);
        assertThatThrownBy(() -> run(plan, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aTornadoMovesOneInputAtATime() {
        Plan plan = Toys.plan(SUM, Sampling.SOBOL, 10, new Uniform(0, 10), new Uniform(2, 4));
        Tornado tornado = Tornado.of(plan);
        assertThat(tornado.middle()).containsExactly(8.0);
        assertThat(tornado.bars().getFirst().atLow()).containsExactly(4.0);
        assertThat(tornado.bars().getFirst().atHigh()).containsExactly(12.0);
        assertThat(tornado.bars().getLast().atLow().getFirst()).isCloseTo(7.2, within(1e-12));
    }

    private static SobolIndices indices(Plan plan, int pairs) {
        var design = new SobolDesign(plan, pairs);
        List<SobolSums> blocks = new ArrayList<>();
        for (int block = 0; block < Blocks.count(pairs); block++) {
            blocks.add(design.run(block, () -> false));
        }
        return SobolIndices.of(plan, pairs, blocks);
    }

    private static Tally run(Plan plan, int threads) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return MonteCarlo.run(plan, executor, threads, _ -> {}, () -> false);
        }
    }

    private static Tally inPieces(Plan plan, int size) {
        List<Partial> pieces = new ArrayList<>();
        for (int first = 0; first < plan.blocks(); first += size) {
            int blocks = Math.min(size, plan.blocks() - first);
            Partial piece = new Worker(plan).run(first, blocks, () -> false);
            pieces.add(Partial.ofBytes(plan, piece.toBytes()));
        }
        // Each comes twice, in any order.
        pieces.addAll(List.copyOf(pieces));
        Collections.shuffle(pieces, new Random(3));
        var tally = new Tally(plan);
        pieces.forEach(tally::add);
        return tally;
    }

    private static byte[] bytes(Tally tally) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (Summary summary : tally.summaries()) {
            summary.write(out);
            out.writeDouble(summary.moments().mean());
            out.writeDouble(summary.moments().squares());
        }
        for (double[] row : tally.rankCorrelations()) {
            for (double correlation : row) {
                out.writeDouble(correlation);
            }
        }
        return bytes.toByteArray();
    }
}
