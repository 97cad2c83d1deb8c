package rubicon.model.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transition rests on.
///
/// @param value in the indicator's unit; null when nothing could ever be read
/// @param observations ids of the ledger rows that were read
/// @param dataAsOf the data snapshot: ledger time as of which was read
public record Evidence(@Nullable Double value, List<String> observations, Instant dataAsOf) {
    public Evidence {
        observations = List.copyOf(observations);
    }

    /// Nothing was read.
    public static Evidence none(Instant dataAsOf) {
        return new Evidence(null, List.of(), dataAsOf);
    }

    /// The same rows, looked for again in a later snapshot.
    Evidence seenAgain(Instant later) {
        return new Evidence(value, observations, later);
    }
}
