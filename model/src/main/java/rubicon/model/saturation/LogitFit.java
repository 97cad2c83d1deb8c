package rubicon.model.saturation;

import java.util.Optional;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.trend.Scale;

/// A straight line through the logits, `logit u = a + k·t`. Points near floor and ceiling weigh too
/// much in it; where the series has such points, [LogisticFit] is the better one.
///
/// @param line with slope k per unit of time
public record LogitFit(Scale.Logit scale, LinearFit line) {
    private static final double LOGIT_10_TO_90 = 2 * Math.log(9);

    /// Fits the line.
    ///
    /// @throws IllegalArgumentException with fewer than two records
    public static LogitFit of(Scores scores) {
        return new LogitFit(scores.scale(), LinearFit.of(scores.times(), scores.logits()));
    }

    /// When half the way is gone, `−a/k`.
    public double midpoint() {
        return line.where(0);
    }

    /// The interval of the slope.
    ///
    /// @param level in (0, 1)
    public Range slopeRange(double level) {
        return line.slopeRange(level);
    }

    /// The time from a tenth to nine tenths of the way, `2·ln 9/k`.
    public double tenToNinetyTime() {
        return LOGIT_10_TO_90 / line.slope();
    }

    /// When the line reaches a score.
    ///
    /// @return infinite for a score that is not between floor and ceiling; empty for a series that
    ///   does not rise
    public Optional<Double> crossing(double score) {
        double share = scale.share(score);
        if (!(share > 0 && share < 1)) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        return line.slope() > 0
                ? Optional.of(line.where(Math.log(share / (1 - share))))
                : Optional.empty();
    }
}
