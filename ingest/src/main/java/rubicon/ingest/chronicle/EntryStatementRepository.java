package rubicon.ingest.chronicle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Rows of the chronicle. Package-private, and without a word for change: the service appends and
/// reads.
@ApplicationScoped
class EntryStatementRepository implements PanacheRepositoryBase<EntryStatementEntity, UUID> {

    /// All statements about entries of a kind, as the chronicle knew them at a moment.
    List<EntryStatementEntity> ofKind(String kind, Instant moment) {
        return list("kind = ?1 and recordedAt <= ?2", kind, moment);
    }

    /// All statements about entries of a kind that have this id, of any source.
    List<EntryStatementEntity> ofEntry(String kind, String entry, Instant moment) {
        return list("kind = ?1 and entry = ?2 and recordedAt <= ?3", kind, entry, moment);
    }

    /// All statements about entries that have one of these ids, of any kind and source.
    List<EntryStatementEntity> ofEntries(Collection<String> entries) {
        return list("entry in ?1", entries);
    }

    /// Those of these ids that are in the chronicle.
    Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(
                getEntityManager()
                        .createQuery(
                                "select s.id from EntryStatementEntity s where s.id in (:ids)",
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /// The decision that each of these events met with.
    List<Object[]> decisions(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select s.eventSource, s.eventId, s.decision from EntryStatementEntity s"
                                + " where s.id in (:ids)",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /// The recorded time of its newest row.
    Instant lastRecordedAt() {
        return (Instant)
                getEntityManager()
                        .createNativeQuery(
                                "select last_recorded_at from chronicle_head", Instant.class)
                        .getSingleResult();
    }

    /// Locks the chronicle for writers until the transaction ends.
    ///
    /// @return the recorded time of its newest row
    Instant lock() {
        return (Instant)
                getEntityManager()
                        .createNativeQuery(
                                "select last_recorded_at from chronicle_head for update",
                                Instant.class)
                        .getSingleResult();
    }

    /// Notes the recorded time of the newest row.
    void advance(Instant recordedAt) {
        getEntityManager()
                .createNativeQuery("update chronicle_head set last_recorded_at = :last")
                .setParameter("last", recordedAt)
                .executeUpdate();
    }
}
