package rubicon.ingest.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<TokenEntity, UUID> {

    /// The token of that hash, if it is valid at that time.
    Optional<TokenEntity> valid(String sha256, Instant at) {
        return find(
                        "sha256 = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)",
                        sha256,
                        at)
                .firstResultOptional();
    }

    /// The token of that hash, valid or not.
    Optional<TokenEntity> ofHash(String sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    /// All that were made by name, newest first; log-ins are not among them.
    List<TokenEntity> named() {
        return list("name is not null order by createdAt desc");
    }

    /// The log-ins that are valid at that time, newest first.
    List<TokenEntity> logIns(Instant at) {
        return list(
                "name is null and revokedAt is null and (expiresAt is null or expiresAt > ?1)"
                        + " order by createdAt desc",
                at);
    }

    /// Ends the log-ins of an account of this house.
    long endLogIns(String user, Instant at) {
        return update(
                "revokedAt = ?1 where name is null and revokedAt is null"
                        + " and (account = ?2 or (account is null and userName = ?3))",
                at,
                AuditName.local(user),
                user);
    }

    /// Forgets log-ins that ran out.
    long deleteExpired(Instant before) {
        return delete("name is null and expiresAt < ?1", before);
    }
}
