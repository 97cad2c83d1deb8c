package rubicon.model.ledger;

import java.time.Instant;
import java.util.Comparator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// One accepted event about an observation: a row of the ledger.
///
/// @param id of the row; stable, unique
/// @param event identity of the event that brought it
/// @param statedAt when the source stated it
/// @param recordedAt when this ledger knew; strictly rising per observation
public record Statement(
        String id,
        EventKey event,
        ObservationKey key,
        Instant statedAt,
        Instant recordedAt,
        Content content) {

    /// This statement with the marks of a later one that says the same.
    Statement markedAs(Statement later) {
        if (!(content instanceof Reported(Observation mine))
                || !(later.content instanceof Reported(Observation theirs))) {
            return this;
        }
        return mine.isMarkedAs(theirs)
                ? this
                : new Statement(
                        id, event, key, statedAt, recordedAt, new Reported(mine.markedAs(theirs)));
    }

    /// The order in which statements supersede each other, whatever order they arrived in.
    public static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::statedAt)
                    .thenComparing(statement -> statement.event().id())
                    .thenComparing(statement -> statement.event().source());
}
