package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;

/// A series cut where it changes, so that `Σ cost(segment) + penalty·(number of cuts)` is smallest.
///
/// `F(0) = −penalty`, `F(t) = min_s F(s) + cost(s, t) + penalty`; of cuts that are equal to 10⁻¹²
/// the earliest wins. Found either by trying all (*optimal partitioning*) or with pruning (*PELT*),
/// which drops a cut `s` for good once another beats it by more than any later cut could make up
/// for; both give the same.
///
/// @param cuts first places of all segments but the first
/// @param cost `F(n)`
/// @param means of the segments
/// @see <a href="https://doi.org/10.1080/01621459.2012.737745">Killick, Fearnhead & Eckley 2012</a>
public record Segments(List<Integer> cuts, double cost, List<Double> means) {
    private static final double BETTER = 1e-12;
    private static final double SURELY = 1e-9;
    private static final double MAD_TO_SD = 1.4826;

    public Segments {
        cuts = List.copyOf(cuts);
        means = List.copyOf(means);
    }

    /// What a segment costs.
    public enum Shape {
        /// Sum of squares about the segment's mean.
        MEAN,
        /// Sum of squares about the segment's straight line.
        TREND
    }

    /// The usual penalty, `2σ² ln n`, with the noise `σ` from the median absolute difference of
    /// neighbours, which a few changes of level hardly move.
    ///
    /// @param y at least two numbers
    public static double penalty(double[] y) {
        if (y.length < 2) {
            throw new IllegalArgumentException("%d numbers have no noise".formatted(y.length));
        }
        double[] differences = new double[y.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(y[i + 1] - y[i]);
        }
        double sigma = MAD_TO_SD * Quantiles.type7(differences, 0.5) / Math.sqrt(2);
        return 2 * sigma * sigma * Math.log(y.length);
    }

    /// Cuts with pruning.
    ///
    /// @param y in order of time; finite
    /// @param penalty of a cut, at least 0
    /// @param minSize fewest numbers of a segment, at least 1
    /// @throws IllegalArgumentException if the series is shorter than one segment
    public static Segments pelt(double[] y, double penalty, int minSize, Shape shape) {
        return cut(y, penalty, minSize, shape, true);
    }

    /// Cuts after trying all.
    public static Segments exhaustive(double[] y, double penalty, int minSize, Shape shape) {
        return cut(y, penalty, minSize, shape, false);
    }

    private static Segments cut(
            double[] y, double penalty, int minSize, Shape shape, boolean prune) {
        if (minSize < 1 || y.length < minSize || !(penalty >= 0)) {
            throw new IllegalArgumentException(
                    "%d numbers, segments of %d, penalty %s".formatted(y.length, minSize, penalty));
        }
        var sums = new Sums(y);
        int n = y.length;
        double[] best = new double[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        int[] last = new int[n + 1];
        // From when on a start is beaten; a segment that ends before could not be cut there.
        int[] until = new int[n + 1];
        Arrays.fill(until, Integer.MAX_VALUE);
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int t = minSize; t <= n; t++) {
            int end = t;
            if (t - minSize >= minSize) {
                starts.add(t - minSize);
            }
            starts.removeIf(s -> until[s] <= end);
            for (int s : starts) {
                double cost = best[s] + sums.cost(s, t, shape) + penalty;
                if (cost < best[t] - BETTER) {
                    best[t] = cost;
                    last[t] = s;
                }
            }
            if (prune) {
                for (int s : starts) {
                    if (best[s] + sums.cost(s, t, shape) >= best[t] + SURELY) {
                        until[s] = Math.min(until[s], t + minSize);
                    }
                }
            }
        }
        List<Integer> cuts = new ArrayList<>();
        for (int t = last[n]; t > 0; t = last[t]) {
            cuts.addFirst(t);
        }
        return new Segments(cuts, best[n], means(y, cuts));
    }

    private static List<Double> means(double[] y, List<Integer> cuts) {
        List<Double> means = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            int to = i < cuts.size() ? cuts.get(i) : y.length;
            means.add(NeumaierSum.mean(Arrays.copyOfRange(y, from, to)));
            from = to;
        }
        return means;
    }

    /// Sums from the start of the series, about its mean, from which any segment's cost follows.
    private static final class Sums {
        private final double[] y;
        private final double[] squares;
        private final double[] times;

        Sums(double[] series) {
            double mean = NeumaierSum.mean(series);
            y = new double[series.length + 1];
            squares = new double[series.length + 1];
            times = new double[series.length + 1];
            for (int i = 0; i < series.length; i++) {
                double off = series[i] - mean;
                if (!Double.isFinite(off)) {
                    throw new IllegalArgumentException("a number of the series is not finite");
                }
                y[i + 1] = y[i] + off;
                squares[i + 1] = squares[i] + off * off;
                times[i + 1] = times[i] + i * off;
            }
        }

        double cost(int from, int to, Shape shape) {
            double n = to - from;
            double sum = y[to] - y[from];
            double about = squares[to] - squares[from] - sum * sum / n;
            if (shape == Shape.TREND && n > 1) {
                double middle = from + (n - 1) / 2;
                double cross = times[to] - times[from] - middle * sum;
                about -= cross * cross * 12 / (n * (n * n - 1));
            }
            return Math.max(about, 0);
        }
    }
}
