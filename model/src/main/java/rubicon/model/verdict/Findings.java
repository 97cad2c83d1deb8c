package rubicon.model.verdict;

import java.util.Optional;
import rubicon.model.stats.Range;

/// What fits say of an indicator, as the rules of [Verdict] need it. Slopes are per year on the
/// indicator's own scale (logarithm, logit or value), turned so that up is more AI ability.
///
/// @param points on the frontier
/// @param spanDays from the first of them to the last
/// @param ageDays since the last observation
/// @param staleAfterDays above 0; infinite for an indicator that is not expected to move any more
/// @param saturation interval of the frontier's place between floor and noise ceiling; empty where
///   no ceiling is known
/// @param silence since the last record; empty where nothing came after it, or where the points are
///   no records
/// @param slopes empty where no line was fitted
public record Findings(
        int points,
        double spanDays,
        double ageDays,
        double staleAfterDays,
        Optional<Range> saturation,
        Optional<Silence> silence,
        Optional<Slopes> slopes) {
    public Findings {
        if (points < 0 || !(spanDays >= 0 && ageDays >= 0 && staleAfterDays > 0)) {
            throw new IllegalArgumentException(
                    "%d points over %s days, %s days old, stale after %s"
                            .formatted(points, spanDays, ageDays, staleAfterDays));
        }
    }

    /// Slopes with their intervals, all of one level.
    ///
    /// @param overall of the whole window
    /// @param earlier estimate for the earlier part of it
    /// @param change later slope less earlier slope
    public record Slopes(Range overall, double earlier, Range change) {}

    /// Results that are no records, after the last one.
    ///
    /// @param days from the last record to the newest result
    /// @param meanGapDays mean of the gaps between the records of the fit, above 0
    /// @param gaps how many those are, at least 1
    /// @param results that came since
    public record Silence(double days, double meanGapDays, int gaps, int results) {
        public Silence {
            if (!(days >= 0 && meanGapDays > 0) || gaps < 1 || results < 1) {
                throw new IllegalArgumentException(
                        "%s days after %d gaps of %s, %d results"
                                .formatted(days, gaps, meanGapDays, results));
            }
        }

        /// How many mean gaps it lasted.
        public double meanGaps() {
            return days / meanGapDays;
        }

        /// The chance of so long a gap, or a longer one, if records still came as they did: they
        /// come evenly in time, so gaps are exponential, and of the mean no more is known than m
        /// gaps say: `(1 + k/m)^−m` after k mean gaps; `e^−k` with many.
        public double chance() {
            return Math.pow(1 + meanGaps() / gaps, -gaps);
        }
    }
}
