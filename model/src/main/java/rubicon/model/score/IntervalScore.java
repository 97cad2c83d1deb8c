package rubicon.model.score;

import java.util.List;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;

/// Scores of forecasts that were given as quantiles or intervals.
public final class IntervalScore {
    private IntervalScore() {}

    /// The pinball loss of a quantile: `max(τ(y − q), (τ − 1)(y − q))`.
    ///
    /// @param tau the share that the quantile claims to lie below it, in (0, 1)
    public static double pinball(double tau, double quantile, double outcome) {
        if (!(tau >= 0 && tau <= 1)) {
            throw new IllegalArgumentException("%s is not in [0, 1]".formatted(tau));
        }
        double miss = outcome - quantile;
        return Math.max(tau * miss, (tau - 1) * miss);
    }

    /// The weighted interval score of a median and K central intervals: `[½|y − m| + Σ(α/2)·IS]/(K
    /// + ½)`, `IS = (u − l) + (2/α)(l − y)₊ + (2/α)(y − u)₊`.
    ///
    /// @see <a href="https://doi.org/10.1371/journal.pcbi.1008618">Bracher et al. 2021</a>
    public static double weighted(double median, List<Central> intervals, double outcome) {
        var sum = new NeumaierSum().add(Math.abs(outcome - median) / 2);
        for (Central interval : intervals) {
            double miss =
                    Math.max(interval.range.low() - outcome, 0)
                            + Math.max(outcome - interval.range.high(), 0);
            sum.add(interval.alpha / 2 * interval.range.width() + miss);
        }
        return sum.value() / (intervals.size() + 0.5);
    }

    /// The share of outcomes that lay inside their interval; the ends belong to it.
    ///
    /// @param ranges at least one
    /// @param outcomes as many
    public static double coverage(List<Range> ranges, List<Double> outcomes) {
        if (ranges.isEmpty() || ranges.size() != outcomes.size()) {
            throw new IllegalArgumentException(
                    "%d intervals have %d outcomes".formatted(ranges.size(), outcomes.size()));
        }
        int inside = 0;
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).contains(outcomes.get(i))) {
                inside++;
            }
        }
        return (double) inside / ranges.size();
    }

    /// A central interval.
    ///
    /// @param alpha the share outside it, in (0, 1)
    public record Central(double alpha, Range range) {
        public Central {
            if (!(alpha > 0 && alpha <= 1)) {
                throw new IllegalArgumentException("%s is not in (0, 1]".formatted(alpha));
            }
        }
    }
}
