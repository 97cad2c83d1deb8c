package rubicon.ingest.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who somebody is, by a token.
///
/// @param user the name as they know it
/// @param account the name as the audit keeps it, see [AuditName]
public record Access(String user, String account, Role role, @Nullable Instant expiresAt) {}
