package rubicon.model.stats;

import java.util.Arrays;

/// Sample quantiles of type 7: `h = (n − 1)p`, and a straight line between the order statistics on
/// both sides of it, as NumPy and R do by default.
///
/// @see <a href="https://doi.org/10.2307/2684934">Hyndman & Fan 1996</a>
public final class Quantiles {
    private Quantiles() {}

    /// The quantile of a sample in any order, which stays as it is.
    ///
    /// @param sample at least one number, none NaN; infinite ones are values like others
    /// @param p in [0, 1]
    public static double type7(double[] sample, double p) {
        return type7(sample, new double[] {p})[0];
    }

    /// Several quantiles of one sample.
    ///
    /// @throws IllegalArgumentException if the sample is empty or holds NaN, or a `p` is outside
    ///   [0, 1]
    public static double[] type7(double[] sample, double[] p) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("the sample is empty or holds no numbers");
        }
        return Arrays.stream(p).map(share -> ofSorted(sorted, Shares.checked(share))).toArray();
    }

    /// The quantile of a sample that is sorted already.
    ///
    /// @param sorted at least one number, rising
    /// @param p in [0, 1]
    public static double ofSorted(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        // Equal neighbours may be infinite, and ∞ − ∞ is no number.
        return h == below || low == high ? low : low + (h - below) * (high - low);
    }
}
