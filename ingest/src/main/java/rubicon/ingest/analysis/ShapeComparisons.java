package rubicon.ingest.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ShapeComparison;

/// Comparisons of shapes that were asked for last: one of many values costs a processor seconds,
/// and every opened page asks. They are made one after the other.
@ApplicationScoped
class ShapeComparisons {
    private static final int KEPT = 64;

    private final LinkedHashMap<List<DatedValue>, ShapeComparison> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    /// The comparison on these values, made now unless it is kept.
    synchronized ShapeComparison of(List<DatedValue> values) {
        ShapeComparison comparison = kept.computeIfAbsent(values, ShapeComparison::of);
        if (kept.size() > KEPT) {
            kept.pollFirstEntry();
        }
        return comparison;
    }
}
