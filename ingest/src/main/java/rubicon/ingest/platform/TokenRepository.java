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

    /// Forgets log-ins that ran out.
    long deleteExpired(Instant before) {
        return delete("name is null and expiresAt < ?1", before);
    }
}
