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

    /// The mass at and below `x`, from 0 to 1.
    double cumulative(double x);
}
