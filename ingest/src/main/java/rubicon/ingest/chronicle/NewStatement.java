package rubicon.ingest.chronicle;

import java.time.Instant;
import java.util.Objects;
import rubicon.model.chronicle.EntryKey;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.ChroniclePayload;

/// An event that may enter the chronicle.
///
/// @param content checked, in its normal form
public record NewStatement(EventKey event, Instant statedAt, ChroniclePayload content) {

    /// The entry that it speaks of.
    public EntryKey key() {
        return new EntryKey(
                content.entryKind(),
                Objects.requireNonNull(content.source()),
                Objects.requireNonNull(content.id()));
    }
}
