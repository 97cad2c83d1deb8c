package rubicon.simulator.scenario.applepicking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rubicon.model.stats.NeumaierSum;

/// Many trees seen as one: a smooth total does not refute punctuated parts.
///
/// @param trees at least one of them with a weight
public record Orchard(List<WeightedTree> trees) {
    public Orchard {
        trees = List.copyOf(trees);
        if (trees.stream().allMatch(it -> it.weight() == 0)) {
            throw new IllegalArgumentException("an orchard has at least one tree with a weight");
        }
    }

    /// A tree and what it counts for.
    ///
    /// @param weight in the index, at least 0
    public record WeightedTree(double weight, Succession tree) {
        public WeightedTree {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("a weight is at least 0, not " + weight);
            }
        }
    }

    /// The index of all trees at the end of each month.
    ///
    /// @param index `Σ w_j·(−ln R_j)` from month 0 on
    /// @param meanIncrement of one month
    /// @param burstiness standard deviation of the increments (of the population) over their mean
    /// @param maxShare largest increment as a share of all
    public record Aggregate(
            List<Double> index, double meanIncrement, double burstiness, double maxShare) {
        public Aggregate {
            index = List.copyOf(index);
        }
    }

    /// Reads the index month by month. It grows in each, for people never rest.
    ///
    /// @param months at least 1
    /// @param monthLength in the unit of the trees' times, above 0
    public Aggregate monthly(int months, double monthLength) {
        if (!(months >= 1 && monthLength > 0)) {
            throw new IllegalArgumentException(
                    "%d months of length %s".formatted(months, monthLength));
        }
        double[] index =
                index(
                                IntStream.rangeClosed(0, months)
                                        .mapToObj(month -> month * monthLength)
                                        .toList())
                        .stream()
                        .mapToDouble(it -> it)
                        .toArray();
        return new Aggregate(
                Arrays.stream(index).boxed().toList(),
                (index[months] - index[0]) / months,
                burstiness(index, new NeumaierSum()),
                maxShare(index));
    }

    /// [Aggregate#burstiness] of an index from month 0 on.
    ///
    /// @param squares to work with
    static double burstiness(double[] index, NeumaierSum squares) {
        int months = index.length - 1;
        double mean = (index[months] - index[0]) / months;
        squares.clear();
        for (int i = 0; i < months; i++) {
            double off = index[i + 1] - index[i] - mean;
            squares.add(off * off);
        }
        return Math.sqrt(squares.value() / months) / mean;
    }

    /// [Aggregate#maxShare] of an index from month 0 on.
    static double maxShare(double[] index) {
        int months = index.length - 1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < months; i++) {
            largest = Math.max(largest, index[i + 1] - index[i]);
        }
        return largest / (index[months] - index[0]);
    }

    /// `Σ w_j·(−ln R_j)` at some times.
    ///
    /// @param times at least one, none below 0, the last of them the latest
    public List<Double> index(List<Double> times) {
        List<History> histories =
                trees.stream().map(it -> it.tree().until(times.getLast())).toList();
        return times.stream().map(time -> total(histories, time)).toList();
    }

    private double total(List<History> histories, double time) {
        return NeumaierSum.of(
                IntStream.range(0, trees.size())
                        .mapToDouble(i -> trees.get(i).weight() * histories.get(i).progress(time))
                        .toArray());
    }
}
