package rubicon.model.wire;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A documented discrepancy: an entry of `discrepancies.yaml`, and an item of `GET
/// /discrepancies/documented`.
///
/// The meaning of each field is given in `docs/users/discrepancies.md`.
public record DiscrepancyPayload(
        @Nullable String id,
        @Nullable String title,
        @Nullable String kind,
        @Nullable List<String> indicators,
        @Nullable List<StatementPayload> statements,
        @Nullable String finding,
        @Nullable String treatment,
        @Nullable LocalDate checked) {

    /// What one side says.
    ///
    /// @param value as it is written there
    /// @param source the document
    /// @param evidence its address; null where there is none
    public record StatementPayload(
            @Nullable String who,
            @Nullable String value,
            @Nullable String says,
            @Nullable String source,
            @Nullable String evidence) {}
}
