package rubicon.simulator.montecarlo;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;

/// Which input the variance of an output comes from: of each input the share that vanishes in
/// expectation once it is known (first order), and the share that stays if all others are known
/// (total). By Saltelli's design over a Sobol sequence with Jansen's estimators, whose errors fall
/// almost like 1/n.
///
/// @param series the scalar series, in their order
/// @param first, total by input, then by series; NaN where the output does not vary or is not
///   finite in every run
/// @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. 2010</a>
/// @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen 1999</a>
public record SobolIndices(
        List<Series> series, List<List<Double>> first, List<List<Double>> total) {

    /// Estimates them; inputs must be independent.
    ///
    /// @param pairs points of each of the two designs, best a power of two: `(inputs + 2)·pairs`
    ///   runs are made
    /// @param isCancelled asked every few runs
    /// @throws CancellationException once it says so
    public static SobolIndices of(Plan plan, int pairs, BooleanSupplier isCancelled) {
        if (!plan.correlations().isEmpty()) {
            throw new IllegalArgumentException("the inputs are correlated");
        }
        List<Series> scalars = plan.series().stream().filter(Series::isScalar).toList();
        var sums = new Sums(plan, scalars);
        for (int block = 0; block < Blocks.count(pairs); block++) {
            sums.add(block, Blocks.size(pairs, block), isCancelled);
        }
        return sums.indices(pairs);
    }

    private static final class Sums {
        private final Plan plan;
        private final List<Series> scalars;
        private final Sampler sampler;
        private final Uniforms uniforms;
        private final int inputs;
        private final double[][] points;
        private final Moments[] both;
        private final boolean[] isFinite;
        private final double[][] first;
        private final double[][] total;

        Sums(Plan plan, List<Series> scalars) {
            this.plan = plan;
            this.scalars = scalars;
            this.sampler = plan.model().sampler(plan.base(), plan.slots(), scalars);
            this.inputs = plan.inputs().size();
            List<String> names = plan.inputs().stream().map(it -> it.slot().toString()).toList();
            List<String> designs =
                    Stream.concat(
                                    names.stream().map(it -> "a:" + it),
                                    names.stream().map(it -> "b:" + it))
                            .toList();
            this.uniforms = new SobolPoints(plan.seed(), designs);
            this.points = new double[2 * inputs][Blocks.SIZE];
            this.both = new Moments[scalars.size()];
            Arrays.fill(both, Moments.NONE);
            this.isFinite = new boolean[scalars.size()];
            Arrays.fill(isFinite, true);
            this.first = new double[inputs][scalars.size()];
            this.total = new double[inputs][scalars.size()];
        }

        void add(int block, int size, BooleanSupplier isCancelled) {
            uniforms.fill((long) block * Blocks.SIZE, points, size);
            double[] a = new double[inputs];
            double[] b = new double[inputs];
            double[] mixed = new double[inputs];
            double[] ofA = new double[scalars.size()];
            double[] ofB = new double[scalars.size()];
            double[] ofMixed = new double[scalars.size()];
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
                for (int k = 0; k < ofA.length; k++) {
                    isFinite[k] &= Double.isFinite(ofA[k]) && Double.isFinite(ofB[k]);
                    both[k] = both[k].join(new Moments(1, ofA[k], 0));
                    both[k] = both[k].join(new Moments(1, ofB[k], 0));
                }
                for (int input = 0; input < inputs; input++) {
                    System.arraycopy(a, 0, mixed, 0, inputs);
                    mixed[input] = b[input];
                    sampler.run(mixed, ofMixed);
                    for (int k = 0; k < ofA.length; k++) {
                        isFinite[k] &= Double.isFinite(ofMixed[k]);
                        first[input][k] += (ofB[k] - ofMixed[k]) * (ofB[k] - ofMixed[k]);
                        total[input][k] += (ofA[k] - ofMixed[k]) * (ofA[k] - ofMixed[k]);
                    }
                }
            }
        }

        SobolIndices indices(int pairs) {
            double[][] ofFirst = new double[inputs][scalars.size()];
            double[][] ofTotal = new double[inputs][scalars.size()];
            for (int k = 0; k < scalars.size(); k++) {
                double variance = both[k].squares() / (2.0 * pairs - 1);
                boolean isDefined = isFinite[k] && variance > 0;
                for (int input = 0; input < inputs; input++) {
                    ofFirst[input][k] =
                            isDefined ? 1 - first[input][k] / (2.0 * pairs) / variance : Double.NaN;
                    ofTotal[input][k] =
                            isDefined ? total[input][k] / (2.0 * pairs) / variance : Double.NaN;
                }
            }
            return new SobolIndices(scalars, lists(ofFirst), lists(ofTotal));
        }
    }

    private static List<List<Double>> lists(double[][] rows) {
        return Arrays.stream(rows).map(it -> Arrays.stream(it).boxed().toList()).toList();
    }
}
