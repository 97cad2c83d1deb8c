package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import rubicon.model.catalogue.TrendWindow;

/// Ordinary least squares on the logarithm to base 2, the line that METR draws through time
/// horizons.
///
/// @see <a href="https://arxiv.org/abs/2503.14499">METR 2025</a>
public final class ExponentialTrend {
    private static final double LOG_2 = Math.log(2);

    private ExponentialTrend() {}

    /// Fits `log2(value) = a + b·day` and reads the doubling time `1/b`, with the ends of the
    /// t-interval of `b` turned into days.
    ///
    /// @param points at least three, on at least two dates; `value > 0`; order does not matter
    /// @param level of the interval, in (0, 1)
    /// @throws IllegalArgumentException if there are too few points or dates, a value is not
    ///   positive, or the values are all the same
    public static Trend fit(List<Result> points, TrendWindow window, double level) {
        if (points.size() < 3) {
            throw new IllegalArgumentException(points.size() + " points are fewer than three");
        }
        double meanDay = points.stream().mapToLong(ExponentialTrend::day).average().orElseThrow();
        // Day numbers are near 20,000: centred, or the normal equations lose digits.
        SimpleRegression regression = new SimpleRegression();
        for (Result point : points) {
            if (point.value() <= 0) {
                throw new IllegalArgumentException(point.value() + " is not positive");
            }
            regression.addData(day(point) - meanDay, Math.log(point.value()) / LOG_2);
        }
        double slope = regression.getSlope();
        if (!Double.isFinite(slope) || slope == 0) {
            throw new IllegalArgumentException("the points have one date or one value");
        }
        double quantile =
                new TDistribution(points.size() - 2.0)
                        .inverseCumulativeProbability((1 + level) / 2);
        double half = quantile * regression.getSlopeStdErr();
        long origin = Math.round(meanDay);
        return new Trend(
                Trend.Shape.EXPONENTIAL,
                window,
                doublingTime(slope, half, level),
                points.size(),
                LocalDate.ofEpochDay(origin),
                Math.pow(2, regression.predict(origin - meanDay)),
                regression.getRSquare());
    }

    private static DoublingTime doublingTime(double slope, double half, double level) {
        double steepest = 1 / (slope + half);
        double flattest = 1 / (slope - half);
        boolean excludesZero = Math.abs(slope) > half;
        Double low = slope > 0 ? (Double) steepest : excludesZero ? (Double) steepest : null;
        Double high = slope < 0 ? (Double) flattest : excludesZero ? (Double) flattest : null;
        return new DoublingTime(1 / slope, low, high, level, DoublingTime.Method.OLS_T);
    }

    private static long day(Result result) {
        return result.observedOn().date().toEpochDay();
    }
}
