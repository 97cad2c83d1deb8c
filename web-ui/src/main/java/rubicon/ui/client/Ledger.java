package rubicon.ui.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.LedgerRowPayload;

/// An indicator's rows.
///
/// @param asOf the ledger time that the service answered for; null when none was asked
public record Ledger(List<LedgerRowPayload> rows, @Nullable Instant asOf) {
    /// A ledger without a row.
    public static Ledger empty() {
        return new Ledger(List.of(), null);
    }
}
