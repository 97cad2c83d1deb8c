package rubicon.model.stats;

/// A continuous distribution, given by the inverse of its cumulative function: a draw is `quantile`
/// of an open uniform number, so what is drawn depends on the stream alone.
public sealed interface Distribution permits LogNormal, LogUniform, Normal, Triangular {
    /// The value below which a share `u` of the mass lies.
    ///
    /// @param u in [0, 1]; an end without bound gives an infinite value
    /// @throws IllegalArgumentException if `u` is outside
    double quantile(double u);
}
