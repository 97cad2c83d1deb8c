package rubicon.model.capabilityindex;

/// The straight line from fitted capability to the index that is shown: two named models keep their
/// numbers, so that the scale does not wander with its zero.
///
/// @param intercept index at capability 0
/// @param slope index points per unit of capability, above 0
public record AnchoredScale(double intercept, double slope) {
    /// What Epoch gives its lower anchor, Claude 3.5 Sonnet.
    public static final double LOW = 130;

    /// What Epoch gives its higher anchor, GPT-5.
    public static final double HIGH = 150;

    /// `slope = (150 − 130)/(high − low)`, `intercept = 130 − slope·low`.
    ///
    /// @param low fitted capability of the model that is 130
    /// @param high fitted capability of the model that is 150
    /// @throws IllegalArgumentException if `high` is not above `low`
    public static AnchoredScale through(double low, double high) {
        if (!(high > low)) {
            throw new IllegalArgumentException(
                    "the higher anchor, %s, is not above the lower one, %s".formatted(high, low));
        }
        double slope = (HIGH - LOW) / (high - low);
        return new AnchoredScale(LOW - slope * low, slope);
    }

    /// The index of a capability, or of a difficulty, which lies on the same scale.
    public double of(double capability) {
        return intercept + slope * capability;
    }
}
