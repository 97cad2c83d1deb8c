package rubicon.ui.session;

import java.util.Locale;

/// A signed-in person, with the token that the ingest service gave.
public record Identity(String user, String role, String token) {
    /// Whether alerts may be acknowledged.
    public boolean mayAcknowledge() {
        return isAdmin() || role.toLowerCase(Locale.ROOT).equals("analyst");
    }

    /// Whether sources may be read on demand.
    public boolean isAdmin() {
        return role.toLowerCase(Locale.ROOT).equals("admin");
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return user + " (" + role + ")";
    }
}
