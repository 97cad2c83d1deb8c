package rubicon.simulator.montecarlo;

import rubicon.model.stats.Distribution;
import rubicon.simulator.scenario.Slot;

/// A number of a model that is drawn.
///
/// @param isWhole whether what is drawn is rounded to an integer
/// @param min, max what is drawn lies between; rounding may have moved it past an end
public record Input(Slot slot, Distribution distribution, boolean isWhole, double min, double max) {

    /// The value at a share of the distribution.
    double at(double share) {
        double value = distribution.quantile(share);
        return Math.clamp(isWhole ? Math.rint(value) : value, min, max);
    }

    /// The values at many shares, bit for bit what [#at] gives.
    ///
    /// @param values receives as many; another array than `shares`
    void at(double[] shares, double[] values, int count) {
        distribution.quantiles(shares, values, count);
        if (isWhole) {
            for (int i = 0; i < count; i++) {
                values[i] = Math.rint(values[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            // As Math.clamp has it, which checks its bounds each time.
            values[i] = Math.min(max, Math.max(values[i], min));
        }
    }
}
