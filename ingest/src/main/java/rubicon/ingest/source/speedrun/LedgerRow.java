package rubicon.ingest.source.speedrun;

import java.time.LocalDate;
import java.util.Optional;

/// A row of a race's ledger.
///
/// @param number as the ledger counts
/// @param ai the AI system that it is credited to
/// @param isRecord false for one that only times an earlier record again
record LedgerRow(
        String number,
        double time,
        LocalDate day,
        Optional<String> ai,
        boolean isRecord,
        String description) {}
