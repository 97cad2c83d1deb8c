package rubicon.model.scurve;

/// The part of its S-curve that a category stands on. With `θ` the share of the greatest slope that
/// counts as steep, and `δ = √(1 − θ)`: not started below `(1 − δ)/2`, early to ½, late to `(1 +
/// δ)/2`, saturated above. At θ = ½ the outer borders are .1464466 and .8535534.
public enum Phase {
    NOT_STARTED,
    EARLY_STEEP,
    LATE_STEEP,
    SATURATED;

    /// Share of the greatest slope from which a curve is called steep.
    public static final double STEEP = 0.5;

    /// The phase of a share of the gain.
    ///
    /// @param share of the gain that is reached, `s` in [0, 1]
    /// @param theta in (0, 1): steep is where `4s(1 − s) ≥ θ`
    public static Phase of(double share, double theta) {
        if (!(theta > 0 && theta < 1)) {
            throw new IllegalArgumentException("theta %s is not in (0, 1)".formatted(theta));
        }
        if (4 * share * (1 - share) < theta) {
            return share < 0.5 ? NOT_STARTED : SATURATED;
        }
        return share < 0.5 ? EARLY_STEEP : LATE_STEEP;
    }

    /// Whether it is one of the two steep ones.
    public boolean steep() {
        return this == EARLY_STEEP || this == LATE_STEEP;
    }
}
