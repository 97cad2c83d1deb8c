package rubicon.simulator.scenario.saturation;

import java.util.Optional;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.LogisticFit;
import rubicon.model.saturation.LogitFit;
import rubicon.model.saturation.Scores;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.StudentT;
import rubicon.model.trend.Scale;

/// A logistic curve over time, `floor + (ceiling − floor)·σ(level + rate·(t − middle))`, and what a
/// next record is expected to be.
///
/// @param middle time about which it was fitted, in years
/// @param next 10 and 90 % points of a record's logit by time; empty where the fit tells none
record Curve(Scale.Logit scale, double middle, double level, double rate, Optional<Next> next) {
    private static final double LOGIT_10_TO_90 = 2 * Math.log(9);

    /// Expects a next record.
    @FunctionalInterface
    interface Next {
        StudentT at(double time);
    }

    /// A curve whose level and slope are known as far as a fit tells. About the middle they are
    /// uncorrelated, not independent, for they share the spread of the fit: drawn apart, their sum
    /// is a little too wide, its 90 % point by 1 % at 16 degrees of freedom, by 14 % at 2.
    record Fit(Scale.Logit scale, double middle, StudentT level, StudentT slope, Next next) {

        /// With a prior.
        static Fit bayes(Scores scores, BayesFit.Prior prior) {
            BayesFit fit = BayesFit.of(scores, prior);
            BayesFit.Precision precision = fit.precision();
            double determinant =
                    precision.levelLevel() * precision.slopeSlope()
                            - precision.levelSlope() * precision.levelSlope();
            double slopeScale =
                    Math.sqrt(fit.rate() / fit.shape() * precision.levelLevel() / determinant);
            return new Fit(
                    fit.scale(),
                    fit.meanTime(),
                    fit.meanAt(fit.meanTime()),
                    new StudentT(fit.slope(), slopeScale, 2 * fit.shape()),
                    fit::nextAt);
        }

        /// The line through logits.
        static Fit logitLine(Scores scores) {
            LogitFit fit = LogitFit.of(scores);
            LinearFit line = fit.line();
            return new Fit(
                    fit.scale(),
                    line.xMean(),
                    line.meanAt(line.xMean()),
                    new StudentT(line.slope(), line.slopeSe(), line.degrees()),
                    line::nextAt);
        }

        /// The curve with level and slope at their quantiles.
        Curve curve(double levelAt, double slopeAt, HeldStudent levels, HeldStudent slopes) {
            return new Curve(
                    scale,
                    middle,
                    levels.of(level, levelAt),
                    slopes.of(slope, slopeAt),
                    Optional.of(next));
        }
    }

    /// Least squares on the scores; empty where no best curve is found.
    static Optional<Curve> leastSquares(Scores scores) {
        LogitFit start = LogitFit.of(scores);
        try {
            LogisticFit fit = LogisticFit.of(scores, start.line().slope(), start.midpoint());
            return Optional.of(
                    new Curve(scores.scale(), fit.midpoint(), 0, fit.rate(), Optional.empty()));
        } catch (IllegalArgumentException noBest) {
            return Optional.empty();
        }
    }

    double at(double time) {
        return scale.from(level + rate * (time - middle));
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
        double share = scale.share(score);
        if (share <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return share < 1 ? where(Math.log(share / (1 - share))) : Double.POSITIVE_INFINITY;
    }

    private double where(double logit) {
        return rate > 0 ? middle + (logit - level) / rate : Double.POSITIVE_INFINITY;
    }

    double misfit(Scores scores) {
        var squares = new NeumaierSum();
        for (Scores.Point point : scores.points()) {
            double off = point.score() - at(point.time());
            squares.add(off * off);
        }
        return Math.sqrt(squares.value() / scores.points().size());
    }
}
