package rubicon.ingest.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class OutboxRepository implements PanacheRepository<OutboxEntity> {
    /// Key of the advisory lock that only the one publisher at work holds.
    private static final long LOCK = 0x5275_6269_636F_6E01L;

    /// Takes the publisher's lock for this transaction; false if another replica has it.
    boolean tryLock() {
        return (Boolean)
                getEntityManager()
                        .createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                        .setParameter("key", LOCK)
                        .getSingleResult();
    }

    /// The first of as many ids as [OutboxIds#BLOCK] says.
    long nextBlock() {
        return (Long)
                getEntityManager()
                        .createNativeQuery("select nextval('outbox_id')", Long.class)
                        .getSingleResult();
    }

    /// The oldest rows, in sequence.
    List<OutboxEntity> oldest(int limit) {
        return find("order by id").page(0, limit).list();
    }

    /// Seconds for which the oldest row has waited; 0 without one.
    double ageOfOldest() {
        return (Double)
                getEntityManager()
                        .createNativeQuery(
                                """
                                select coalesce(extract(epoch from clock_timestamp() - (
                                    select created_at from outbox order by id limit 1))::float8, 0)
                                """,
                                Double.class)
                        .getSingleResult();
    }

    void deleteAll(Collection<Long> ids) {
        delete("id in ?1", ids);
    }
}
