package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of the ledger as REST answers it: the observation with its place in history.
///
/// @param id stable and unique; alerts name their evidence by it
/// @param revision 1 for the first statement of an observation, rising with each change
/// @param status `STANDING`, `SUPERSEDED`, `DISPUTED` or `RETRACTED`
/// @param recordedAt when this ledger knew
/// @param disputed why the value is not to be relied upon; null for one that nobody disputes
/// @param held why the plausibility check holds the value, so that it is `DISPUTED` although its
///   source does not dispute it; null for one that it does not hold
/// @param confirmed by whom and why the value is vouched for; null for one that nobody confirmed
/// @param reason of a retraction, else null
/// @param export whether the value may travel on, by the stricter of its own licence and of its
///   indicator's: `YES`, `OWN`, `CITE` (to be quoted with its source, not passed on in bulk) or
///   `NO`; null for a row without value, or where its indicator is not known any more
public record LedgerRowPayload(
        String id,
        int revision,
        String status,
        Instant recordedAt,
        String source,
        String externalId,
        String indicator,
        SubjectPayload subject,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable String method,
        @Nullable Long n,
        String unit,
        @Nullable String qualifier,
        @Nullable LocalDate observedOn,
        @Nullable String precision,
        @Nullable Instant publishedAt,
        Instant statedAt,
        @Nullable String startingPoint,
        @Nullable String evaluator,
        @Nullable String evidence,
        @Nullable String note,
        @Nullable String disputed,
        @Nullable String held,
        @Nullable String confirmed,
        Map<String, String> tags,
        @Nullable ProvenancePayload provenance,
        @Nullable String reason,
        @Nullable String reasonText,
        @Nullable String export) {}
