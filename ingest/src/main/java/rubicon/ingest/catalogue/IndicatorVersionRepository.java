package rubicon.ingest.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class IndicatorVersionRepository
        implements PanacheRepositoryBase<IndicatorVersionEntity, IndicatorVersionEntity.Id> {
    /// Key of the advisory lock that whoever writes the catalogue holds.
    private static final long LOCK = 0x5275_6269_636F_6E02L;

    /// All versions, by indicator and version.
    List<IndicatorVersionEntity> all() {
        return list("order by id.indicator, id.version");
    }

    /// Lets nobody else write the catalogue until the transaction ends.
    void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:key)", Object.class)
                .setParameter("key", LOCK)
                .getResultList();
    }

    /// The database's clock: all replicas of the service share it.
    Instant now() {
        return (Instant)
                getEntityManager()
                        .createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult();
    }
}
