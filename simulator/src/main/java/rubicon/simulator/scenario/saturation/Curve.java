package rubicon.simulator.scenario.saturation;

import rubicon.model.stats.NeumaierSum;
import rubicon.model.trend.Scale;

/// A logistic curve over time, `floor + (ceiling − floor)·σ(level + rate·(t − middle))`. Laid anew
/// for each run, in place.
final class Curve {
    private static final double LOGIT_10_TO_90 = 2 * Math.log(9);

    private final double floor;
    private final NeumaierSum squares = new NeumaierSum();
    private double ceiling;
    private double middle;
    private double level;
    private double rate;

    Curve(double floor) {
        this.floor = floor;
    }

    /// @param about the middle, in years
    /// @param height logit there
    void lay(double below, double about, double height, double perYear) {
        ceiling = below;
        middle = about;
        level = height;
        rate = perYear;
    }

    double rate() {
        return rate;
    }

    double at(double time) {
        return from(level + rate * (time - middle));
    }

    /// The score of a logit.
    double from(double logit) {
        return Scale.Logit.from(logit, floor, ceiling);
    }

    double share(double score) {
        return Scale.Logit.share(score, floor, ceiling);
    }

    double midpoint() {
        return where(0);
    }

    double tenToNinety() {
        return rate > 0 ? LOGIT_10_TO_90 / rate : Double.POSITIVE_INFINITY;
    }

    /// When a score is there; infinite for one that is not below the ceiling, and on a curve that
    /// does not rise; minus infinity for one that is not above the floor.
    double reaches(double score) {
        double share = share(score);
        if (share <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return share < 1 ? where(Math.log(share / (1 - share))) : Double.POSITIVE_INFINITY;
    }

    private double where(double logit) {
        return rate > 0 ? middle + (logit - level) / rate : Double.POSITIVE_INFINITY;
    }

    double misfit(double[] times, double[] scores) {
        squares.clear();
        for (int i = 0; i < times.length; i++) {
            double off = scores[i] - at(times[i]);
            squares.add(off * off);
        }
        return Math.sqrt(squares.value() / times.length);
    }
}
