package rubicon.simulator.montecarlo;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;

/// Computes blocks of Saltelli's design: of each pair of points the runs at both, and at the first
/// with one input after the other taken from the second. Its buffers are reused from block to
/// block: one for one thread.
///
/// @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. 2010</a>
public final class SobolDesign {
    private final Plan plan;
    private final int pairs;
    private final int inputs;
    private final Sampler sampler;
    private final Uniforms uniforms;
    private final double[][] points;
    private final double[] a;
    private final double[] b;
    private final double[] ofA;
    private final double[] ofB;
    private final double[] ofMixed;

    /// The design of a plan.
    ///
    /// @param pairs points of each of the two designs, best a power of two
    public SobolDesign(Plan plan, int pairs) {
        if (!plan.correlations().isEmpty()) {
            throw new IllegalArgumentException("the inputs are correlated");
        }
        this.plan = plan;
        this.pairs = pairs;
        this.inputs = plan.inputs().size();
        List<Series> scalars = SobolIndices.scalars(plan);
        this.sampler = plan.model().sampler(plan.base(), plan.slots(), scalars);
        List<String> names = plan.inputs().stream().map(it -> it.slot().toString()).toList();
        this.uniforms =
                new SobolPoints(
                        plan.seed(),
                        Stream.concat(
                                        names.stream().map(it -> "a:" + it),
                                        names.stream().map(it -> "b:" + it))
                                .toList());
        this.points = new double[2 * inputs][Blocks.SIZE];
        this.a = new double[inputs];
        this.b = new double[inputs];
        this.ofA = new double[scalars.size()];
        this.ofB = new double[scalars.size()];
        this.ofMixed = new double[scalars.size()];
    }

    /// Computes a block.
    ///
    /// @param block from 0
    /// @param isCancelled asked every few runs
    /// @throws CancellationException once it says so
    public SobolSums run(int block, BooleanSupplier isCancelled) {
        int size = Blocks.size(pairs, block);
        uniforms.fill((long) block * Blocks.SIZE, points, size);
        var sums = new SobolSums.Builder(inputs, ofA.length);
        for (int i = 0; i < size; i++) {
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            for (int input = 0; input < inputs; input++) {
                a[input] = plan.inputs().get(input).at(points[input][i]);
                b[input] = plan.inputs().get(input).at(points[inputs + input][i]);
            }
            sampler.run(a, ofA);
            sampler.run(b, ofB);
            sums.addBoth(ofA, ofB);
            for (int input = 0; input < inputs; input++) {
                double own = a[input];
                a[input] = b[input];
                sampler.run(a, ofMixed);
                a[input] = own;
                sums.addMixed(input, ofA, ofB, ofMixed);
            }
        }
        return sums.of(block);
    }
}
