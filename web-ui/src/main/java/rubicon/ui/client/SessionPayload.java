package rubicon.ui.client;

import java.time.Instant;
import java.util.Objects;

/// What `POST /session` answers. A log-in always ends.
public record SessionPayload(String token, String user, String role, Instant expiresAt) {
    public SessionPayload {
        Objects.requireNonNull(expiresAt, "a log-in without an end");
    }
}
