package rubicon.simulator.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rubicon.simulator.scenario.Series;

/// Which input the variance of an output comes from: of each input the share that vanishes in
/// expectation once it is known (first order), and the share that stays if all others are known
/// (total). By Saltelli's design over a Sobol sequence with Jansen's estimators, whose errors fall
/// almost like 1/n.
///
/// @param series the scalar series, in their order
/// @param first, total by input, then by series; NaN where the output does not vary or is not
///   finite in every run
/// @see SobolDesign
/// @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen 1999</a>
public record SobolIndices(
        List<Series> series, List<List<Double>> first, List<List<Double>> total) {

    /// Estimates them from all blocks of a design.
    ///
    /// @param blocks in any order
    /// @throws IllegalArgumentException if they are not those of so many pairs
    public static SobolIndices of(Plan plan, int pairs, List<SobolSums> blocks) {
        List<SobolSums> ordered =
                blocks.stream().sorted(Comparator.comparingInt(SobolSums::block)).toList();
        List<Integer> all = IntStream.range(0, Blocks.count(pairs)).boxed().toList();
        if (!ordered.stream().map(SobolSums::block).toList().equals(all)) {
            throw new IllegalArgumentException("%d blocks are no whole".formatted(blocks.size()));
        }
        List<Series> scalars = scalars(plan);
        int inputs = plan.inputs().size();
        double[][] first = new double[inputs][scalars.size()];
        double[][] total = new double[inputs][scalars.size()];
        for (int k = 0; k < scalars.size(); k++) {
            Moments both = Moments.NONE;
            boolean isFinite = true;
            for (SobolSums block : ordered) {
                both = both.join(block.both().get(k));
                isFinite &= block.isFinite().get(k);
                for (int input = 0; input < inputs; input++) {
                    first[input][k] += block.first()[input][k];
                    total[input][k] += block.total()[input][k];
                }
            }
            double variance = both.squares() / (2.0 * pairs - 1);
            boolean isDefined = isFinite && variance > 0;
            for (int input = 0; input < inputs; input++) {
                first[input][k] =
                        isDefined ? 1 - first[input][k] / (2.0 * pairs) / variance : Double.NaN;
                total[input][k] =
                        isDefined ? total[input][k] / (2.0 * pairs) / variance : Double.NaN;
            }
        }
        return new SobolIndices(scalars, lists(first), lists(total));
    }

    /// The series that have indices.
    static List<Series> scalars(Plan plan) {
        return plan.series().stream().filter(Series::isScalar).toList();
    }

    private static List<List<Double>> lists(double[][] rows) {
        List<List<Double>> lists = new ArrayList<>();
        for (double[] row : rows) {
            lists.add(Arrays.stream(row).boxed().toList());
        }
        return lists;
    }
}
