package rubicon.simulator.scenario.saturation;

import rubicon.model.saturation.BayesOver;
import rubicon.model.stats.HeldQuantile;
import rubicon.model.stats.LineOver;
import rubicon.model.stats.StandardStudent;

/// What a fit knows of the line through logits below the ceiling that it was laid to last: all of
/// it Student's t with the same degrees.
///
/// About the middle level and slope are uncorrelated, not independent, for they share the spread of
/// the fit: drawn apart, their sum is a little too wide, its 90 % point by 1 % at 16 degrees of
/// freedom, by 14 % at 2.
abstract sealed class Known {
    private final HeldQuantile levels;
    private final HeldQuantile slopes;
    private final double lowAt;
    private final double highAt;

    private Known(double degrees) {
        var student = new StandardStudent(degrees);
        levels = new HeldQuantile(student::quantile);
        slopes = new HeldQuantile(student::quantile);
        lowAt = student.quantile(0.1);
        highAt = student.quantile(0.9);
    }

    abstract double middle();

    abstract double level();

    abstract double levelScale();

    abstract double slope();

    abstract double slopeScale();

    /// Of a next record's logit.
    abstract double nextScale(double time);

    /// Lays the curve with level and slope at their quantiles.
    final void lay(Curve curve, double ceiling, double levelAt, double slopeAt) {
        curve.lay(
                ceiling,
                middle(),
                at(level(), levelScale(), levels, levelAt),
                at(slope(), slopeScale(), slopes, slopeAt));
    }

    /// Lays the curve with level and slope at their medians.
    final void layMedian(Curve curve, double ceiling) {
        curve.lay(ceiling, middle(), level(), slope());
    }

    private static double at(double location, double scale, HeldQuantile quantiles, double u) {
        return scale == 0 ? location : location + scale * quantiles.at(u);
    }

    /// 10 % point of a next record's logit.
    final double nextLow(double time) {
        return next(time) + lowAt * nextScale(time);
    }

    /// 90 % point of it.
    final double nextHigh(double time) {
        return next(time) + highAt * nextScale(time);
    }

    private double next(double time) {
        return level() + slope() * (time - middle());
    }

    /// With a prior.
    static final class Bayes extends Known {
        private final BayesOver line;
        private final double middle;

        Bayes(BayesOver line) {
            super(line.degrees());
            this.line = line;
            this.middle = line.meanTime();
        }

        @Override
        double middle() {
            return middle;
        }

        @Override
        double level() {
            return line.level();
        }

        @Override
        double levelScale() {
            return line.meanScale(middle);
        }

        @Override
        double slope() {
            return line.slope();
        }

        @Override
        double slopeScale() {
            return line.slopeScale();
        }

        @Override
        double nextScale(double time) {
            return line.nextScale(time);
        }
    }

    /// By least squares.
    static final class Line extends Known {
        private final LineOver line;
        private final double middle;

        Line(LineOver line) {
            super(line.degrees());
            this.line = line;
            this.middle = line.xMean();
        }

        @Override
        double middle() {
            return middle;
        }

        @Override
        double level() {
            return line.at(middle);
        }

        @Override
        double levelScale() {
            return line.meanScale(middle);
        }

        @Override
        double slope() {
            return line.slope();
        }

        @Override
        double slopeScale() {
            return line.slopeSe();
        }

        @Override
        double nextScale(double time) {
            return line.nextScale(time);
        }
    }
}
