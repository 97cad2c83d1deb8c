package rubicon.simulator.scenario.takeoff.progress;

import rubicon.model.stats.Normal;

/// Research taste among people: how much more the same experiments bring when a better mind chooses
/// them. Log-normal; `σ = ln(gap)/z_top` from how far the top is above the median, `μ = ln(mean) −
/// σ²/2`.
public record ResearchTaste(double mu, double sigma) {

    /// Taste with a given spread.
    ///
    /// @param topQuantile the quantile that counts as the top, above ½: 0.999 for one in a thousand
    /// @param topToMedian how many times the median the top is, at least 1
    /// @param mean of all people, above 0
    public static ResearchTaste of(double topQuantile, double topToMedian, double mean) {
        return ofUpperTail(1 - topQuantile, topToMedian, mean);
    }

    /// The same with the top given by its share, below ½.
    public static ResearchTaste ofUpperTail(double topShare, double topToMedian, double mean) {
        if (!(topShare > 0 && topShare < 0.5)) {
            throw new IllegalArgumentException(
                    "the top must be less than half of all, not " + topShare);
        }
        if (!(topToMedian >= 1 && Double.isFinite(topToMedian) && mean > 0)) {
            throw new IllegalArgumentException(
                    "no taste has a mean of %s and a top of %s medians"
                            .formatted(mean, topToMedian));
        }
        double sigma = sigma(topShare, topToMedian);
        return new ResearchTaste(Math.log(mean) - sigma * sigma / 2, sigma);
    }

    /// `σ` of such a taste.
    static double sigma(double topShare, double topToMedian) {
        return Math.log(topToMedian) / -Normal.standardQuantile(topShare);
    }

    /// Taste of AI so many standard deviations from the median person, `e^(μ + σ·sd)`.
    public double atSd(double sd) {
        return Math.exp(mu + sigma * sd);
    }

    /// Mean taste when everyone below a floor is lifted to it: `E[max(T, floor)] = floor·Φ(a) +
    /// e^(μ + σ²/2)·Φ(σ − a)`, `a = (ln floor − μ)/σ`.
    ///
    /// @param floor at least 0
    public double meanWithFloor(double floor) {
        return floor > 0
                ? meanWithFloor(mu, sigma, floor, Math.log(floor))
                : Math.exp(mu + sigma * sigma / 2);
    }

    /// [#meanWithFloor(double)] of what is no object.
    ///
    /// @param logFloor `ln` of the floor
    static double meanWithFloor(double mu, double sigma, double floor, double logFloor) {
        double mean = Math.exp(mu + sigma * sigma / 2);
        if (sigma == 0) {
            return Math.max(mean, floor);
        }
        double a = (logFloor - mu) / sigma;
        return floor * Normal.standardCumulative(a) + mean * Normal.standardCumulative(sigma - a);
    }
}
