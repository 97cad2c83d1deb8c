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
/// @param slopes empty where no line was fitted
public record Findings(
        int points,
        double spanDays,
        double ageDays,
        double staleAfterDays,
        Optional<Range> saturation,
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
}
