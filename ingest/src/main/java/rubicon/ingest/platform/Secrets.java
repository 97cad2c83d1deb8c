package rubicon.ingest.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Makes and checks tokens and passwords.
final class Secrets {
    private static final int ITERATIONS = 310_000; // OWASP's figure for PBKDF2-HMAC-SHA256
    private static final int KEY_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 256 random bits as text.
    static String newToken() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "rbc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What is stored of a token: it is random enough not to need salt or stretching.
    static String hash(String token) {
        byte[] digest = Digests.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /// What is stored of a password: `iterations$salt$key`.
    static String hashPassword(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        HexFormat hex = HexFormat.of();
        return String.join(
                "$",
                Integer.toString(ITERATIONS),
                hex.formatHex(salt),
                hex.formatHex(stretch(password, salt, ITERATIONS)));
    }

    /// Whether a password is the one that was hashed; takes as long either way.
    static boolean matches(String password, String stored) {
        List<String> parts = List.of(stored.split("\\$"));
        HexFormat hex = HexFormat.of();
        byte[] key = stretch(password, hex.parseHex(parts.get(1)), Integer.parseInt(parts.get(0)));
        return MessageDigest.isEqual(key, hex.parseHex(parts.get(2)));
    }

    private static byte[] stretch(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }
}
