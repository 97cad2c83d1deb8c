package rubicon.ingest.platform;

/// Names as the audit keeps them. A local account, a token and a person of an organisation may all
/// be called the same; what comes first says where the name was given.
final class AuditName {
    static final String LOCAL = "local:";
    private static final String TOKEN = "token:";
    private static final String HTTPS = "https://";

    private AuditName() {}

    /// Of an account of this house.
    static String local(String user) {
        return LOCAL + user;
    }

    /// Of a machine with a token of this house.
    static String token(String name) {
        return TOKEN + name;
    }

    /// Of whom an organisation's provider vouches for.
    static String member(String issuer, String user) {
        String address = issuer.startsWith(HTTPS) ? issuer.substring(HTTPS.length()) : issuer;
        return address + ":" + user;
    }
}
