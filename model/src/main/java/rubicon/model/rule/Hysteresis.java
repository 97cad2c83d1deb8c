package rubicon.model.rule;

/// A pair of thresholds in the indicator's unit: a breach begins at `fire`, and ends only beyond
/// `recover`. Equal ones leave no band between; one that is not finite is an
/// `IllegalArgumentException`.
public record Hysteresis(double fire, double recover) {

    public Hysteresis {
        if (!Double.isFinite(fire) || !Double.isFinite(recover)) {
            throw new IllegalArgumentException(
                    "thresholds must be finite, not fire %s and recover %s"
                            .formatted(fire, recover));
        }
    }

    /// What a value says: breached if it satisfies `op` against `fire`, clear if it does not even
    /// satisfy it against `recover`, else in the band.
    public Signal signal(Comparison op, double value) {
        if (op.test(value, fire)) {
            return Signal.BREACHED;
        }
        return op.test(value, recover) ? Signal.IN_BAND : Signal.CLEAR;
    }
}
