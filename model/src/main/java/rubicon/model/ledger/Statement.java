package rubicon.model.ledger;

import java.time.Instant;
import java.util.Comparator;
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

    /// The order in which statements supersede each other, whatever order they arrived in.
    public static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::statedAt)
                    .thenComparing(statement -> statement.event().id())
                    .thenComparing(statement -> statement.event().source());
}
