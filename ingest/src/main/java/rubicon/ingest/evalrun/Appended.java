package rubicon.ingest.evalrun;

import java.time.Instant;
import java.util.UUID;
import rubicon.model.evalrun.EvalRunStatement;
import rubicon.model.ledger.Decision;

/// A statement that is now kept, and what it did.
///
/// @param id of its row
/// @param recordedAt strictly rising per run
public record Appended(
        UUID id, EvalRunStatement statement, Decision decision, Instant recordedAt) {}
