package rubicon.ingest.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An import as REST answers it.
///
/// @param rows that were looked at so far
/// @param observations how many of them are observations, once all were looked at
/// @param evalRuns how many of them are eval runs
/// @param unread columns and fields that are in the file and that its connector does not ask for
/// @param passedOver what is in the file and is no row, in sentences
/// @param published rows that Kafka has so far
/// @param problem why it does not go on at the moment; it is tried again. Null if it does
/// @param faults how many there are; the first thousand stand in `report`
/// @param outcomes what the rows did in the ledger, once it is done: how many were `NEW`,
///   `REVISED`, `UNCHANGED`, `LATE`, `RETRACTED`
public record ImportPayload(
        String id,
        String format,
        @Nullable String source,
        String name,
        ImportState state,
        long bytes,
        @Nullable String sha256,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        long rows,
        long observations,
        long evalRuns,
        List<String> unread,
        List<String> passedOver,
        long published,
        @Nullable String problem,
        long faults,
        List<RowFaultPayload> report,
        Map<String, Long> outcomes) {

    static ImportPayload of(ImportEntity it) {
        return new ImportPayload(
                it.id.toString(),
                it.format,
                it.source,
                it.name,
                ImportState.valueOf(it.state),
                it.bytes,
                it.sha256,
                it.createdAt,
                it.createdBy,
                it.finishedAt,
                it.rows,
                it.observations,
                it.evalRuns,
                it.unread,
                it.passedOver,
                it.published,
                it.problem,
                it.faults,
                it.report,
                it.outcomes);
    }
}
