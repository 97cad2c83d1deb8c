package rubicon.model.stats;

/// A distribution of a number, given by the inverse of its cumulative function: a draw is
/// `quantile` of an open uniform number, so what is drawn depends on the stream alone.
public sealed interface Distribution
        permits Beta,
                Discrete,
                Fixed,
                LogNormal,
                LogUniform,
                Mixture,
                Normal,
                Pert,
                Triangular,
                Truncated,
                Uniform {
    /// The least value at and below which there is a share `u` of the mass.
    ///
    /// @param u in [0, 1]; an end without bound gives an infinite value
    /// @throws IllegalArgumentException if `u` is outside
    double quantile(double u);

    /// [#quantile] of many shares, bit for bit. Allocates nothing where a distribution has a closed
    /// form.
    ///
    /// @param shares each in [0, 1]
    /// @param quantiles receives as many; another array than `shares`
    /// @param count of them, from the arrays' beginning
    default void quantiles(double[] shares, double[] quantiles, int count) {
        for (int i = 0; i < count; i++) {
            quantiles[i] = quantile(shares[i]);
        }
    }

    /// The mass at and below `x`, from 0 to 1.
    double cumulative(double x);
}
