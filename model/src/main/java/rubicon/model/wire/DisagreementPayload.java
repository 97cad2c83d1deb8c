package rubicon.model.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subject of which several sources give different values on one indicator: an item of `GET
/// /discrepancies`.
///
/// @param title of the indicator
/// @param standing the source whose value counts
/// @param ranked whether the catalogue ranks it; else it stands for its name comes first
/// @param moreThanRounding whether a value is more than what stands with fewer digits
/// @param largestDifference the greatest difference from what stands, as a share of it
/// @param values of all sources, those that stand first, then by rank
public record DisagreementPayload(
        String indicator,
        String title,
        String unit,
        SubjectPayload subject,
        String standing,
        boolean ranked,
        boolean moreThanRounding,
        double largestDifference,
        List<ValuePayload> values) {

    /// What one source says.
    ///
    /// @param row of the ledger
    /// @param rank of its source in the catalogue, 1 first; null where it is not ranked
    /// @param agreement `STANDS`, `SAME`, `ROUNDED` or `DIFFERS`
    /// @param difference from what stands, as a share of it; null for what stands
    public record ValuePayload(
            LedgerRowPayload row,
            @Nullable Integer rank,
            String agreement,
            @Nullable Double difference) {}
}
