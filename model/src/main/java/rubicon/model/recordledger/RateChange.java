package rubicon.model.recordledger;

import java.util.Arrays;
import rubicon.model.stats.SplitMix64;

/// The best place to cut a series of events into one rate before and another after: `n₁ ln(n₁/t) +
/// n₂ ln(n₂/(T − t)) − n ln(n/T)`, over cuts after each event but the last.
///
/// @param logLikelihoodRatio at least 0; how likely one so large is without any change is asked of
///   [#chance]
/// @param afterEvent number of events up to the cut
/// @param before events per unit of time up to the cut
/// @param after events per unit of time after it
public record RateChange(double logLikelihoodRatio, int afterEvent, double before, double after) {
    /// Draws for [#chance].
    public static final int DRAWS = 999;

    /// Finds the cut; of equal ones the earliest.
    ///
    /// @param times of at least two events, rising, in (0, `end`]
    /// @param end of the time in which events were looked for
    public static RateChange of(double[] times, double end) {
        int n = times.length;
        if (n < 2 || !(times[0] > 0) || !(times[n - 1] <= end)) {
            throw new IllegalArgumentException(
                    "%d events do not lie in (0, %s], or are fewer than two".formatted(n, end));
        }
        double none = n * Math.log(n / end);
        double best = Double.NEGATIVE_INFINITY;
        int cut = 0;
        for (int k = 1; k < n; k++) {
            double t = times[k - 1];
            if (t > times[k]) {
                throw new IllegalArgumentException("the events are not in order");
            }
            double ratio =
                    t < end
                            ? k * Math.log(k / t) + (n - k) * Math.log((n - k) / (end - t)) - none
                            : Double.NEGATIVE_INFINITY;
            if (ratio > best) {
                best = ratio;
                cut = k;
            }
        }
        if (cut == 0) {
            throw new IllegalArgumentException("all events lie at the end");
        }
        double t = times[cut - 1];
        return new RateChange(best, cut, cut / t, (n - cut) / (end - t));
    }

    /// Chance of a ratio at least as large where the rate never changes: as many events, thrown
    /// evenly over the time, again and again; `(1 + number as large)/(1 + draws)`.
    ///
    /// @param events as many as the ratio was found on
    /// @param draws see [#DRAWS]
    public double chance(int events, int draws, long seed) {
        var stream = new SplitMix64(seed);
        int larger = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] times = new double[events];
            for (int i = 0; i < events; i++) {
                times[i] = stream.nextOpenUniform();
            }
            Arrays.sort(times);
            if (of(times, 1).logLikelihoodRatio() >= logLikelihoodRatio) {
                larger++;
            }
        }
        return (1.0 + larger) / (1 + draws);
    }
}
