package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What `POST /session` answers.
public record SessionPayload(String token, String user, String role, @Nullable Instant expiresAt) {}
