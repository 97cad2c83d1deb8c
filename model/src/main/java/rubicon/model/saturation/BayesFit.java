package rubicon.model.saturation;

import rubicon.model.stats.StudentT;
import rubicon.model.trend.Scale;

/// A straight line through the logits with a conjugate prior, for series of a few points: with `x =
/// (1, t − t̄)`, `Λₙ = Λ₀ + X'X`, `μₙ = Λₙ⁻¹(Λ₀μ₀ + X'z)`, `aₙ = a₀ + n/2`, `bₙ = b₀ + ½(z'z +
/// μ₀'Λ₀μ₀ − μₙ'Λₙμₙ)`.
///
/// @param meanTime t̄
/// @param level height of the line at t̄, a logit
/// @param slope of the line
/// @param shape aₙ of the residual variance
/// @param rate bₙ of it
/// @param precision Λₙ
public record BayesFit(
        Scale.Logit scale,
        double meanTime,
        double level,
        double slope,
        double shape,
        double rate,
        Precision precision) {

    /// A symmetric matrix of two by two, its determinant above 0.
    public record Precision(double levelLevel, double levelSlope, double slopeSlope) {
        double determinant() {
            return levelLevel * slopeSlope - levelSlope * levelSlope;
        }

        /// `x'Λ⁻¹x` for `x = (1, t)`.
        double leverage(double t) {
            return (slopeSlope - 2 * levelSlope * t + levelLevel * t * t) / determinant();
        }

        double of(double level, double slope) {
            return levelLevel * level * level
                    + 2 * levelSlope * level * slope
                    + slopeSlope * slope * slope;
        }
    }

    /// What is known before the data: independent normal level and slope given the variance, and an
    /// inverse gamma variance.
    ///
    /// @param level its mean
    /// @param slope its mean, per unit of time
    /// @param levelPrecision above 0
    /// @param slopePrecision above 0
    /// @param shape a₀, above 0
    /// @param rate b₀, above 0
    public record Prior(
            double level,
            double slope,
            double levelPrecision,
            double slopePrecision,
            double shape,
            double rate) {
        /// From a tenth to nine tenths in about three years: a slope of 1.5 a year.
        public static final Prior DEFAULT = new Prior(0, 1.5, 0.01, 0.25, 2, 0.5);

        public Prior {
            if (!(levelPrecision > 0 && slopePrecision > 0 && shape > 0 && rate > 0)) {
                throw new IllegalArgumentException(
                        "precisions, shape and rate of a prior are above 0");
            }
        }

        Precision precision() {
            return new Precision(levelPrecision, 0, slopePrecision);
        }
    }

    /// Fits the line.
    public static BayesFit of(Scores scores, Prior prior) {
        var line = new BayesOver(scores.times(), prior);
        line.through(scores.logits());
        return line.fit(scores.scale());
    }

    /// What is known of the curve's logit at a time: scale² `(bₙ/aₙ)·x'Λₙ⁻¹x`, `2aₙ` degrees.
    public StudentT meanAt(double time) {
        return logitAt(time, 0);
    }

    /// What is known of the next logit at a time: scale² `(bₙ/aₙ)·(1 + x'Λₙ⁻¹x)`.
    public StudentT nextAt(double time) {
        return logitAt(time, 1);
    }

    private StudentT logitAt(double time, double ownNoise) {
        double t = time - meanTime;
        return new StudentT(
                level + slope * t,
                Math.sqrt(rate / shape * (ownNoise + precision.leverage(t))),
                2 * shape);
    }

    /// The chance that the curve is above a score at a time.
    public double meanAbove(double score, double time) {
        return above(meanAt(time), score);
    }

    /// The chance that the next score is above a score at a time.
    public double nextAbove(double score, double time) {
        return above(nextAt(time), score);
    }

    private double above(StudentT logit, double score) {
        double share = scale.share(score);
        if (share <= 0) {
            return 1;
        }
        return share >= 1 ? 0 : logit.above(Math.log(share / (1 - share)));
    }
}
