package rubicon.ingest.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.History;
import rubicon.model.ledger.History.Held;
import rubicon.model.observation.ObservationKey;

/// What the plausibility check holds of an indicator's values.
///
/// @param at the ledger time that the verdicts are of
record Verdicts(Map<ObservationKey, Held> held, Instant at) {

    /// The history, with its last word held if that cannot be. Of what was stated after the
    /// verdicts there is none yet.
    History judged(History history) {
        @Nullable Held verdict = held.get(history.key());
        return verdict == null
                        || history.statements().stream().anyMatch(it -> it.recordedAt().isAfter(at))
                ? history
                : new History(history.statements(), verdict);
    }
}
