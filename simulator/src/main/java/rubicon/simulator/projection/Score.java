package rubicon.simulator.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.score.IntervalScore;
import rubicon.model.score.IntervalScore.Central;
import rubicon.model.score.YesNoForecasts;
import rubicon.model.stats.Range;

/// How a projection turned out. Less is better.
///
/// @param kind `BRIER` of a probability, from 0 to 1, or `WEIGHTED_INTERVAL` of a number, in its
///   unit
/// @param outcome what came; of a probability 1 if it came about, else 0
/// @param inside whether that lay in the published interval; null without one
public record Score(
        String kind, double score, double outcome, LocalDate on, @Nullable Boolean inside) {

    /// Of a probability.
    static Score ofChance(double probability, boolean happened, LocalDate on) {
        return new Score(
                "BRIER",
                new YesNoForecasts(List.of(Math.clamp(probability, 0, 1)), List.of(happened))
                        .brier(),
                happened ? 1 : 0,
                on,
                null);
    }

    /// Of a number.
    ///
    /// @param quantiles by share; infinite intervals are left out
    static Score ofNumber(
            SortedMap<String, Double> quantiles,
            double median,
            @Nullable Range published,
            double outcome,
            LocalDate on) {
        List<Central> intervals = new ArrayList<>();
        add(intervals, quantiles, 0.1, "0.05", "0.95");
        add(intervals, quantiles, 0.2, "0.1", "0.9");
        add(intervals, quantiles, 0.5, "0.25", "0.75");
        return new Score(
                "WEIGHTED_INTERVAL",
                IntervalScore.weighted(median, intervals, outcome),
                outcome,
                on,
                published == null ? null : published.contains(outcome));
    }

    private static void add(
            List<Central> intervals,
            SortedMap<String, Double> quantiles,
            double outside,
            String lower,
            String upper) {
        Double low = quantiles.get(lower);
        Double high = quantiles.get(upper);
        if (low != null && high != null && !low.isInfinite() && !high.isInfinite()) {
            intervals.add(new Central(outside, new Range(low, high)));
        }
    }
}
