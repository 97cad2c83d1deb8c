package rubicon.ingest.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests.
public final class Digests {
    private Digests() {}

    /// A fresh SHA-256.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
