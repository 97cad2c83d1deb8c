package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next cursor of the next page; null on the last
/// @param asOf the ledger time that an `asOf` read was answered for; null where none was asked
public record PagePayload<T>(List<T> items, @Nullable String next, @Nullable Instant asOf) {}
