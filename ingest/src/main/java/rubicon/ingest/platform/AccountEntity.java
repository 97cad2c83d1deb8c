package rubicon.ingest.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// Somebody who may log in.
@Entity
@NullUnmarked
@Table(name = "account")
class AccountEntity {
    @Id
    @Column(name = "user_name")
    String userName;

    String role;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "failed_attempts")
    int failedAttempts;

    @Column(name = "locked_until")
    Instant lockedUntil;
}
