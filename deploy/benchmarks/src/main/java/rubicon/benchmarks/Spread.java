package rubicon.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// How far measurements lie apart.
public record Spread(double min, double median, double max) {

    /// Of at least one measurement; the median of an even number is the mean of the middle two.
    public static Spread of(Collection<Double> measured) {
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = measured.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }

    /// As a line of a table.
    ///
    /// @param format of each number
    String row(String what, String format) {
        return String.format(
                Locale.ROOT, "%-32s " + (format + " ").repeat(3).strip(), what, min, median, max);
    }
}
