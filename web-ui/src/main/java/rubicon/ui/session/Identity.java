package rubicon.ui.session;

import java.time.Instant;
import java.util.Locale;
import rubicon.ui.client.SessionPayload;

/// A signed-in person, with the token that the ingest service gave.
public record Identity(String user, String role, String token, Instant expiresAt) {
    /// Whom ingest let in.
    public static Identity of(SessionPayload session) {
        return new Identity(session.user(), session.role(), session.token(), session.expiresAt());
    }

    /// Whether the log-in ran out by then, whatever ingest said of it last.
    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /// Whether alerts may be acknowledged and refused records sent again.
    public boolean isAnalyst() {
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
