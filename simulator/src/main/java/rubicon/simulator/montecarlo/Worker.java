package rubicon.simulator.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;

/// Computes blocks of a run. Its buffers are reused from block to block: one worker for one thread.
public final class Worker {
    /// Blocks whose samples are kept one by one: enough for rank correlations to about .01.
    static final int KEPT_BLOCKS = 2;

    /// Numbers that are kept of such a block, inputs and outputs: those of all samples of up to 64.
    /// Where there are more, the first samples of the block are kept, so that both blocks travel in
    /// one message of 8 MiB: as text they are 5.3, and what is left is for the summaries.
    static final int KEPT_NUMBERS = 64 * Blocks.SIZE;

    // Samples that are summed before moments are joined; a part of what makes results repeat.
    private static final int TILE = 256;

    private final Plan plan;
    private final Sampler sampler;
    private final Uniforms uniforms;
    private final Copula copula;
    private final int[] scalars;
    private final double[][] points;
    private final double[][] drawn;
    private final double[][] tile;

    /// A worker on a plan.
    public Worker(Plan plan) {
        this.plan = plan;
        this.sampler = plan.model().sampler(plan.base(), plan.slots(), plan.series());
        this.uniforms = plan.uniforms();
        this.copula = Copula.of(plan.inputs().size(), plan.correlations());
        this.scalars =
                IntStream.range(0, plan.series().size())
                        .filter(i -> plan.series().get(i).isScalar())
                        .toArray();
        this.points = new double[plan.inputs().size()][Blocks.SIZE];
        this.drawn = new double[plan.inputs().size()][Blocks.SIZE];
        this.tile = new double[plan.series().size()][TILE];
    }

    /// Computes some blocks in a row.
    ///
    /// @param firstBlock from 0
    /// @param isCancelled asked every few samples
    /// @throws CancellationException once it says so
    public Partial run(int firstBlock, int blocks, BooleanSupplier isCancelled) {
        List<Summary> summaries = summaries(plan);
        List<List<Moments>> moments = new ArrayList<>();
        List<Partial.Draws> draws = new ArrayList<>();
        for (int block = firstBlock; block < firstBlock + blocks; block++) {
            int size = Blocks.size(plan.samples(), block);
            int keep = kept(size);
            double[][] kept = new double[block < KEPT_BLOCKS ? scalars.length : 0][keep];
            moments.add(block(block, size, summaries, kept, isCancelled));
            if (block < KEPT_BLOCKS) {
                draws.add(new Partial.Draws(keptInputs(keep), kept));
            }
        }
        return new Partial(firstBlock, summaries, moments, draws);
    }

    /// Empty summaries of a plan's series.
    static List<Summary> summaries(Plan plan) {
        return IntStream.range(0, plan.series().size())
                .mapToObj(i -> {
                    Series series = plan.series().get(i);
                    double origin = series.output().origin();
                    return series.isScalar()
                            ? new Summary(origin, plan.thresholds().get(i))
                            : Summary.ofItem(origin);
                })
                .toList();
    }

    private List<Moments> block(
            int block,
            int size,
            List<Summary> summaries,
            double[][] kept,
            BooleanSupplier isCancelled) {
        uniforms.fill((long) block * Blocks.SIZE, points, size);
        copula.apply(points, size);
        for (int input = 0; input < points.length; input++) {
            stopIf(isCancelled);
            plan.inputs().get(input).at(points[input], drawn[input], size);
        }
        Moments[] moments = new Moments[tile.length];
        Arrays.fill(moments, Moments.NONE);
        for (int from = 0; from < size; from += TILE) {
            stopIf(isCancelled);
            int count = Math.min(TILE, size - from);
            sampler.run(drawn, from, count, tile);
            for (int series = 0; series < tile.length; series++) {
                moments[series] =
                        moments[series].join(summaries.get(series).add(tile[series], count));
            }
            for (int scalar = 0; scalar < kept.length; scalar++) {
                int more = Math.min(count, kept[scalar].length - from);
                if (more > 0) {
                    System.arraycopy(tile[scalars[scalar]], 0, kept[scalar], from, more);
                }
            }
        }
        return List.of(moments);
    }

    private static void stopIf(BooleanSupplier isCancelled) {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private int kept(int size) {
        return Math.min(size, KEPT_NUMBERS / Math.max(1, drawn.length + scalars.length));
    }

    private double[][] keptInputs(int size) {
        double[][] kept = new double[drawn.length][];
        for (int input = 0; input < drawn.length; input++) {
            kept[input] = Arrays.copyOf(drawn[input], size);
        }
        return kept;
    }
}
