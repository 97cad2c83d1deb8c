package rubicon.model.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A choice among values. With equal weights over a sample it is the sample's empirical
/// distribution, drawn from with replacement.
///
/// @param values finite, rising
/// @param cumulativeShares of each value: the share of the mass at it and below; rising, the last 1
public record Discrete(List<Double> values, List<Double> cumulativeShares) implements Distribution {
    public Discrete {
        values = List.copyOf(values);
        cumulativeShares = List.copyOf(cumulativeShares);
        if (values.isEmpty()
                || values.size() != cumulativeShares.size()
                || cumulativeShares.getLast() != 1
                || !rises(values)
                || !rises(cumulativeShares)
                || cumulativeShares.getFirst() <= 0) {
            throw new IllegalArgumentException(
                    "a choice needs finite values with shares that add up");
        }
    }

    /// Values with the weights that each is chosen by.
    ///
    /// @param values finite, in any order; equal ones add their weights
    /// @param weights one for each value, at least 0, their sum above 0
    public static Discrete weighted(List<Double> values, List<Double> weights) {
        if (values.isEmpty() || values.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "%d values with %d weights".formatted(values.size(), weights.size()));
        }
        var total = new NeumaierSum();
        for (int i = 0; i < values.size(); i++) {
            if (!(Double.isFinite(values.get(i))
                    && Double.isFinite(weights.get(i))
                    && weights.get(i) >= 0)) {
                throw new IllegalArgumentException(
                        "value %s with weight %s".formatted(values.get(i), weights.get(i)));
            }
            total.add(weights.get(i));
        }
        if (!(total.value() > 0 && Double.isFinite(total.value()))) {
            throw new IllegalArgumentException("weights sum to " + total.value());
        }
        List<Integer> order =
                IntStream.range(0, values.size())
                        .boxed()
                        .filter(i -> weights.get(i) > 0)
                        .sorted(Comparator.comparing(values::get))
                        .toList();
        List<Double> sorted = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        var sum = new NeumaierSum();
        for (int i : order) {
            sum.add(weights.get(i));
            double share = Math.min(1, sum.value() / total.value());
            // Zero and negative zero are one value.
            if (!sorted.isEmpty() && sorted.getLast().doubleValue() == values.get(i)) {
                shares.set(shares.size() - 1, share);
            } else {
                sorted.add(values.get(i));
                shares.add(share);
            }
        }
        shares.set(shares.size() - 1, 1.0);
        return new Discrete(sorted, shares);
    }

    /// The empirical distribution of a sample: each value as often as it was seen.
    ///
    /// @param sample at least one finite value, in any order
    public static Discrete empirical(List<Double> sample) {
        return weighted(sample, sample.stream().map(_ -> 1.0).toList());
    }

    @Override
    public double quantile(double u) {
        Shares.checked(u);
        int low = 0;
        int high = values.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulativeShares.get(middle) >= u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }

    @Override
    public double cumulative(double x) {
        int found = Collections.binarySearch(values, x);
        int below = found >= 0 ? found : -found - 2;
        return below < 0 ? 0 : cumulativeShares.get(below);
    }

    private static boolean rises(List<Double> numbers) {
        return numbers.stream().allMatch(Double::isFinite)
                && IntStream.range(1, numbers.size())
                        .allMatch(i -> numbers.get(i - 1) < numbers.get(i));
    }
}
