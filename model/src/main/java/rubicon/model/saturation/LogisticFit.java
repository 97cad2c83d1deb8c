package rubicon.model.saturation;

import rubicon.model.trend.Scale;

/// A logistic curve by least squares on the scores themselves, `y = floor + (ceiling − floor)·σ(k(t
/// − m))`, by Levenberg's and Marquardt's method.
///
/// @param rate k, per unit of time
/// @param midpoint m, when half the way is gone
/// @param sse sum of squared residuals
public record LogisticFit(double rate, double midpoint, double sse) {
    /// Fits the curve.
    ///
    /// @param startRate a first guess; [LogitFit] has one
    /// @param startMidpoint likewise
    /// @throws IllegalArgumentException if no best curve is found from there
    public static LogisticFit of(Scores scores, double startRate, double startMidpoint) {
        var curve = new LogisticOver(scores.times(), scores.values());
        Scale.Logit scale = scores.scale();
        if (!curve.fit(scale.floor(), scale.ceiling(), startRate, startMidpoint)) {
            throw new IllegalArgumentException(
                    "no curve is found from rate %s and midpoint %s"
                            .formatted(startRate, startMidpoint));
        }
        return new LogisticFit(curve.rate(), curve.midpoint(), curve.sse());
    }
}
