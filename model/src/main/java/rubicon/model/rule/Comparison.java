package rubicon.model.rule;

/// How a value is held against a threshold.
public enum Comparison {
    /// At least.
    GE,
    /// More than.
    GT,
    /// At most.
    LE,
    /// Less than.
    LT;

    /// Whether `value` stands on the breached side of `threshold`.
    public boolean test(double value, double threshold) {
        return switch (this) {
            case GE -> value >= threshold;
            case GT -> value > threshold;
            case LE -> value <= threshold;
            case LT -> value < threshold;
        };
    }

    /// Whether `far` is strictly farther into the breach than `near`.
    public boolean isFarther(double far, double near) {
        return switch (this) {
            case GE, GT -> far > near;
            case LE, LT -> far < near;
        };
    }
}
