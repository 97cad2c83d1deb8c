package rubicon.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// A set of waits.
///
/// @param sortedMillis in rising order, at least one
public record Latencies(List<Double> sortedMillis) {
    public Latencies {
        sortedMillis = sortedMillis.stream().sorted().toList();
        if (sortedMillis.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /// Waits in milliseconds, in any order.
    public static Latencies of(Collection<Double> millis) {
        return new Latencies(List.copyOf(millis));
    }

    /// The smallest of these waits that at least that share of them does not exceed (nearest rank).
    ///
    /// @param share in (0, 1]
    /// @return milliseconds
    public double quantile(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], not " + share);
        }
        int rank = (int) Math.ceil(share * sortedMillis.size());
        return sortedMillis.get(rank - 1);
    }

    public double median() {
        return quantile(0.5);
    }

    public double p99() {
        return quantile(0.99);
    }

    /// Count, p50, p99 and the longest as a line of a table.
    public String row(String what) {
        return String.format(
                Locale.ROOT,
                "%-44s %5d %8.1f %8.1f %8.1f",
                what,
                sortedMillis.size(),
                median(),
                p99(),
                sortedMillis.getLast());
    }

    /// The head of that table.
    public static String header() {
        return String.format("%-44s %5s %8s %8s %8s", "milliseconds", "n", "p50", "p99", "max");
    }
}
