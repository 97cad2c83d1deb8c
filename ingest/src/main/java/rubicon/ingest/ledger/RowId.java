package rubicon.ingest.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import rubicon.ingest.platform.Digests;
import rubicon.model.ledger.EventKey;

/// The id of a ledger row: a function of the event that brought it. So the primary key itself keeps
/// a second delivery out, and the same events give the same ids in every order.
public final class RowId {
    /// Made once for a thread, as making one takes longer than using it; a digest is left as new.
    private static final ThreadLocal<MessageDigest> DIGEST =
            ThreadLocal.withInitial(Digests::sha256);

    private RowId() {}

    /// The first half of the SHA-256 of the event's source and id, as a version 8 UUID.
    public static UUID of(EventKey event) {
        MessageDigest digest = DIGEST.get();
        digest.update(event.source().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(event.id().getBytes(StandardCharsets.UTF_8));
        return of(digest.digest());
    }

    /// The first half of a SHA-256 as a version 8 UUID.
    static UUID of(byte[] sha256) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256);
        long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
