package rubicon.ingest.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A bearer token, known only by its hash.
@Entity
@NullUnmarked
@Table(name = "api_token")
class TokenEntity {
    @Id UUID id;
    String name;

    @Column(name = "user_name")
    String userName;

    String account;
    String role;
    String sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
