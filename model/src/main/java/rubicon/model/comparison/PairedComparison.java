package rubicon.model.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// The difference of two models on items that both were given. Items of one cluster (a family of
/// tasks, questions on one text) share their luck, so the error is that of clusters: `SE = √(G/(G −
/// 1)·Σ_c(Σ_{i∈c}(d_i − d̄))²)/n`, with `d_i` the difference on item i, n items and G clusters.
/// With one item a cluster it is the standard error of a paired t-test. The p-value is two-sided,
/// from Student's t with G − 1 degrees.
///
/// Limits: with few clusters (under about ten) p is rough; items are taken as a sample of more like
/// them; scores of 0 and 1 make `d` anything but normal, which many clusters forgive.
///
/// @param difference mean score of the first minus that of the second
/// @param items shared by both
/// @param clusters at least two
/// @param standardError of the difference
/// @see <a href="https://arxiv.org/abs/2411.00640">Miller, Adding Error Bars to Evals, 2024</a>
public record PairedComparison(double difference, int items, int clusters, double standardError) {
    /// Thirds and tenths have no exact binary form: clusters that differ alike leave some 1e-17,
    /// and scores that differ in earnest never as little as this, of the scale of scores.
    private static final double ROUNDING = 1e-12;

    /// An item with the scores of both models; where a model ran it several times, their mean.
    ///
    /// @param cluster what the item shares with others; its own name if nothing
    public record Item(String cluster, double first, double second) {
        public Item {
            if (!Double.isFinite(first - second)) {
                throw new IllegalArgumentException(
                        "scores %s and %s have no difference".formatted(first, second));
            }
        }

        double difference() {
            return first - second;
        }
    }

    /// Compares two models.
    ///
    /// @return empty with fewer than two clusters: then nothing is known of the error
    public static Optional<PairedComparison> of(List<Item> items) {
        Collection<List<Item>> clusters =
                items.stream().collect(Collectors.groupingBy(Item::cluster)).values();
        if (clusters.size() < 2) {
            return Optional.empty();
        }
        double mean = NeumaierSum.mean(items.stream().mapToDouble(Item::difference).toArray());
        double squares =
                NeumaierSum.of(
                        clusters.stream()
                                .mapToDouble(cluster ->
                                        NeumaierSum.of(
                                                cluster.stream()
                                                        .mapToDouble(
                                                                item -> item.difference() - mean)
                                                        .toArray()))
                                .map(sum -> sum * sum)
                                .sorted() // one order, whatever order the items came in
                                .toArray());
        double groups = clusters.size();
        return Optional.of(
                new PairedComparison(
                        mean,
                        items.size(),
                        clusters.size(),
                        Math.sqrt(groups / (groups - 1) * squares) / items.size()));
    }

    /// Whether the clusters differ among themselves. Where they do not, the formula gives no error;
    /// that is too few data, and no certainty: neither p nor an interval is known. What rounding
    /// leaves of no difference is none.
    public boolean isErrorKnown() {
        return standardError > ROUNDING * Math.max(1, Math.abs(difference));
    }

    /// The chance of a difference at least as large, either way, if there is none.
    ///
    /// @throws IllegalStateException if the error is not known
    public double p() {
        requireError();
        return 2 * new StudentT(0, standardError, clusters - 1.0).above(Math.abs(difference));
    }

    /// The interval of the difference.
    ///
    /// @param level in (0, 1)
    /// @throws IllegalStateException if the error is not known
    public Range range(double level) {
        requireError();
        double half = standardError * StudentT.standardQuantile((1 + level) / 2, clusters - 1.0);
        return new Range(difference - half, difference + half);
    }

    private void requireError() {
        if (!isErrorKnown()) {
            throw new IllegalStateException("all clusters differ alike");
        }
    }
}
