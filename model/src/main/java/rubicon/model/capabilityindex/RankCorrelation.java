package rubicon.model.capabilityindex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rubicon.model.stats.NeumaierSum;

/// Whether two scales put the same things in the same order.
public final class RankCorrelation {
    private static final int FEWEST = 3;

    private RankCorrelation() {}

    /// Spearman's: the correlation of the ranks, of equals the mean rank.
    ///
    /// @param one a finite number a thing
    /// @param other as many
    /// @return in [−1, 1]; empty for fewer than three things, or where one scale has no order
    public static Optional<Double> spearman(List<Double> one, List<Double> other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException(
                    "%d numbers beside %d".formatted(one.size(), other.size()));
        }
        if (one.size() < FEWEST) {
            return Optional.empty();
        }
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (one.size() + 1) / 2.0;
        var ab = new NeumaierSum();
        var aa = new NeumaierSum();
        var bb = new NeumaierSum();
        for (int i = 0; i < a.length; i++) {
            ab.add((a[i] - mean) * (b[i] - mean));
            aa.add((a[i] - mean) * (a[i] - mean));
            bb.add((b[i] - mean) * (b[i] - mean));
        }
        double spread = Math.sqrt(aa.value() * bb.value());
        return spread == 0 ? Optional.empty() : Optional.of(Math.clamp(ab.value() / spread, -1, 1));
    }

    private static double[] ranks(List<Double> values) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, values.size()).boxed().toList());
        order.sort(Comparator.comparing(values::get));
        double[] ranks = new double[values.size()];
        int from = 0;
        while (from < order.size()) {
            int to = from;
            while (to + 1 < order.size()
                    && values.get(order.get(to + 1)).equals(values.get(order.get(from)))) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order.get(i)] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }
}
