package rubicon.ingest.analysis;

import org.jspecify.annotations.Nullable;
import rubicon.model.stats.Range;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;

/// Numbers with their intervals, as they travel.
final class Estimates {
    private Estimates() {}

    /// An end that is not finite is left out.
    static EstimatePayload of(double estimate, Range range, double level, String method) {
        return new EstimatePayload(
                estimate, finite(range.low()), finite(range.high()), level, method);
    }

    static @Nullable Double finite(double end) {
        return Double.isFinite(end) ? (Double) end : null;
    }
}
