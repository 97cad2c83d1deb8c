package rubicon.ingest.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who somebody is, by a token.
public record Access(String user, Role role, @Nullable Instant expiresAt) {}
