package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the chronicle with its past.
///
/// @param standing as it counts
/// @param revisions all, oldest first; the last one stands
/// @param asOf the time that an `asOf` read was answered for; null where none was asked
public record EntryPayload<T extends ChroniclePayload>(
        T standing, List<T> revisions, @Nullable Instant asOf) {}
