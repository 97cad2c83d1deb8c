package rubicon.model.trend;

import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// Where a line crosses a target, and how well that is known: Fieller's interval of the place where
/// the *line* has that height. It says nothing of single values above it, and does not know what
/// has been seen since; for a forecast see [CrossingForecast].
///
/// @param day of the crossing, counted from 1970-01-01; infinite for a flat line
/// @param fieller its interval; without bounds if the slope is not told from 0 (`g ≥ 1`)
/// @param deltaSd standard deviation by the delta method, days
/// @param g `t²s²/(b²Sxx)`; small if the slope is well known
/// @see <a href="https://doi.org/10.1111/j.2517-6161.1954.tb00159.x">Fieller 1954</a>
public record Crossing(double day, Range fieller, double deltaSd, double g) {
    /// The crossing of a line, with y₀ the target on the line's scale and `d = (y₀ − ȳ)/b`: `x̄ +
    /// [d ± (t·s/|b|)·√(d²/Sxx + (1 − g)/n)]/(1 − g)`.
    ///
    /// @param level of the interval, in (0, 1)
    public static Crossing of(ScaledLine trend, double target, double level) {
        LinearFit line = trend.line();
        double b = line.slope();
        double s = line.residualSd();
        double t = StudentT.standardQuantile((1 + level) / 2, line.degrees());
        double d = (trend.scale().to(target) - line.yMean()) / b;
        double spread = d * d / line.sxx();
        double g = t * t * s * s / (b * b * line.sxx());
        double half = t * s / Math.abs(b) * Math.sqrt(spread + (1 - g) / line.n());
        Range fieller =
                g < 1
                        ? new Range(
                                line.xMean() + (d - half) / (1 - g),
                                line.xMean() + (d + half) / (1 - g))
                        : new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Crossing(
                line.xMean() + d, fieller, s / Math.abs(b) * Math.sqrt(1.0 / line.n() + spread), g);
    }
}
