package rubicon.model.evalrun;

import java.time.Instant;
import java.util.Comparator;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;

/// What an event says of a run.
///
/// @param statedAt when the source stated it
public record EvalRunStatement(EventKey event, Instant statedAt, EvalRun run) {

    /// The order in which statements about a run supersede each other, whatever order they arrived
    /// in: the highest stands.
    public static final Comparator<EvalRunStatement> ORDER =
            Comparator.comparing(EvalRunStatement::statedAt)
                    .thenComparing(statement -> statement.event().id())
                    .thenComparing(statement -> statement.event().source());

    /// What this statement does when it arrives after another one about the same run stood.
    public Decision after(EvalRunStatement standing) {
        if (ORDER.compare(standing, this) > 0) {
            return Decision.LATE;
        }
        return run.statesTheSameAs(standing.run) ? Decision.UNCHANGED : Decision.REVISED;
    }
}
