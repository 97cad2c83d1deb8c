package rubicon.model.analysis;

import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.stats.Range;
import rubicon.model.trend.Scale.Logit;

/// How far the best value has come from the floor to the noise ceiling.
///
/// @param share in [0, 1); above .9 a benchmark is spent
/// @param range by the ends of the best value's interval, itself where it states none
/// @see "docs/methods/saturation.md"
public record Saturation(double share, Range range) {
    /// The saturation of an indicator.
    ///
    /// @throws IllegalArgumentException if no ceiling is sourced, nothing stands, or the best value
    ///   reaches the ceiling, which thereby is none
    static Saturation of(Standing standing) {
        Indicator indicator = standing.indicator();
        NoiseCeiling ceiling = indicator.noiseCeiling();
        Double floor = indicator.bounds().low();
        if (ceiling == null || floor == null || indicator.direction() != Direction.HIGHER) {
            throw new IllegalArgumentException("the indicator has no sourced noise ceiling");
        }
        Result best =
                standing.best()
                        .orElseThrow(() -> new IllegalArgumentException("no observation stands"));
        Logit scale = new Logit(floor, ceiling.value());
        scale.to(best.value());
        Double low = best.estimate().low();
        Double high = best.estimate().high();
        double share = share(scale, best.value());
        return new Saturation(
                share,
                new Range(
                        low == null ? share : share(scale, low),
                        high == null ? share : share(scale, high)));
    }

    private static double share(Logit scale, double value) {
        return Math.clamp(scale.share(value), 0, 1);
    }
}
