package rubicon.local.house;

import java.security.SecureRandom;
import java.util.Base64;

/// What lets a user of a local house write.
///
/// @param apiToken a bearer token with the role admin
record Credentials(String adminUser, String adminPassword, String apiToken) {

    static Credentials make() {
        return new Credentials("admin", secret(18), "rbc_" + secret(32));
    }

    /// A random text of that many bytes.
    static String secret(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// The user's name alone: what is logged by accident opens nothing.
    @Override
    public String toString() {
        return "Credentials[adminUser=" + adminUser + "]";
    }
}
