package rubicon.model.stats;

import java.util.function.DoubleUnaryOperator;

/// A quantile that is asked for again and again, mostly of the same share: it is computed anew only
/// where the share is another. For one thread at a time.
public final class HeldQuantile {
    private final DoubleUnaryOperator quantile;
    private double share = Double.NaN;
    private double value;

    /// @param quantile by share, pure
    public HeldQuantile(DoubleUnaryOperator quantile) {
        this.quantile = quantile;
    }

    /// The value of a share.
    public double at(double u) {
        if (u != share) {
            value = quantile.applyAsDouble(u);
            share = u;
        }
        return value;
    }
}
