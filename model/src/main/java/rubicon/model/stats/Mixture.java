package rubicon.model.stats;

import java.util.ArrayList;
import java.util.List;

/// One of several distributions, it is not known which: each with the probability of its weight.
///
/// @param parts at least one
public record Mixture(List<Part> parts) implements Distribution {
    /// A distribution and its weight among the others, above 0.
    public record Part(double weight, Distribution distribution) {
        public Part {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("a part with weight " + weight);
            }
        }
    }

    /// Weights are made to sum to 1.
    public Mixture {
        double total = NeumaierSum.of(parts.stream().mapToDouble(Part::weight).toArray());
        if (parts.isEmpty() || !Double.isFinite(total)) {
            throw new IllegalArgumentException("a mixture needs parts with finite weights");
        }
        List<Part> scaled = new ArrayList<>();
        parts.forEach(it -> scaled.add(new Part(it.weight() / total, it.distribution())));
        parts = List.copyOf(scaled);
    }

    /// Bisection between the least and the largest quantile of the parts.
    @Override
    public double quantile(double u) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            double quantile = part.distribution().quantile(u);
            low = Math.min(low, quantile);
            high = Math.max(high, quantile);
        }
        if (cumulative(low) >= u || !Double.isFinite(high - low)) {
            return u >= 1 ? high : low;
        }
        double middle = low + (high - low) / 2;
        while (low < middle && middle < high) {
            if (cumulative(middle) >= u) {
                high = middle;
            } else {
                low = middle;
            }
            middle = low + (high - low) / 2;
        }
        return high;
    }

    @Override
    public double cumulative(double x) {
        var sum = new NeumaierSum();
        for (Part part : parts) {
            sum.add(part.weight() * part.distribution().cumulative(x));
        }
        return Shares.clipped(sum.value());
    }
}
