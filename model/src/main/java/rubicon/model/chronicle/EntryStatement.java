package rubicon.model.chronicle;

import java.time.Instant;
import java.util.Comparator;
import rubicon.model.ledger.EventKey;

/// One accepted event about an entry: a row of the chronicle.
///
/// @param statedAt when the source told it
/// @param recordedAt when the chronicle knew; strictly rising
/// @param content what was told; equal contents say the same
public record EntryStatement<C>(EventKey event, Instant statedAt, Instant recordedAt, C content) {

    /// The order in which statements supersede each other, whatever order they arrived in.
    static <C> Comparator<EntryStatement<C>> order() {
        return Comparator.<EntryStatement<C>, Instant>comparing(EntryStatement::statedAt)
                .thenComparing(it -> it.event().id())
                .thenComparing(it -> it.event().source());
    }
}
