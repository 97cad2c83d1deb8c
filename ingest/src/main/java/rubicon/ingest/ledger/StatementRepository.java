package rubicon.ingest.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Rows of the ledger. Package-private, and without a word for change: the service appends and
/// reads.
@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<StatementEntity, UUID> {

    /// All statements of an indicator.
    List<StatementEntity> ofIndicator(String indicator) {
        return list("indicator", indicator);
    }

    /// All statements of these indicators.
    List<StatementEntity> ofIndicators(Collection<String> indicators) {
        return new ArrayList<>(list("indicator in ?1", indicators));
    }

    /// All statements of those indicators of which several sources speak, of these or of all.
    ///
    /// @param indicator empty for all
    List<StatementEntity> ofSeveralSources(Optional<String> indicator) {
        String several =
                "select s.indicator from StatementEntity s where (:all = true or s.indicator ="
                        + " :one) group by s.indicator having min(s.source) <> max(s.source)";
        return getEntityManager()
                .createQuery(
                        "from StatementEntity e where e.indicator in (%s)".formatted(several),
                        StatementEntity.class)
                .setParameter("all", indicator.isEmpty())
                .setParameter("one", indicator.orElse(""))
                .getResultList();
    }

    /// Indicator, external id, date and its precision of each report of a source, oldest first.
    List<Object[]> dates(String source, Collection<String> indicators) {
        return getEntityManager()
                .createQuery(
                        "select s.indicator, s.externalId, s.observedOn, s.precision from"
                                + " StatementEntity s where s.source = :source and s.indicator in"
                                + " (:indicators) and s.value is not null order by s.statedAt,"
                                + " s.recordedAt",
                        Object[].class)
                .setParameter("source", source)
                .setParameter("indicators", indicators)
                .getResultList();
    }

    /// The decision that each of these events met with.
    List<Object[]> decisions(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select s.eventSource, s.eventId, s.decision from StatementEntity s"
                                + " where s.id in (:ids)",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /// First statements recorded after a moment, newest first, from a place in that order on.
    List<StatementEntity> newest(Instant since, Instant until, UUID after, int limit) {
        return find(
                        "decision = 'NEW' and recordedAt > ?1 and recordedAt <= ?2"
                                + " and (recordedAt < ?2 or id > ?3)"
                                + " order by recordedAt desc, id",
                        since,
                        until,
                        after)
                .page(0, limit)
                .list();
    }

    /// The database's clock: all replicas of the service share it.
    Instant now() {
        return (Instant)
                getEntityManager()
                        .createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult();
    }

    /// The start of the oldest transaction of this service that may still append rows; now if there
    /// is none. Rows recorded before it are all visible.
    Instant oldestOpen() {
        return (Instant)
                getEntityManager()
                        .createNativeQuery(
                                """
                                select coalesce(min(xact_start) - interval '1 microsecond',
                                                clock_timestamp())
                                from pg_stat_activity
                                where datname = current_database() and usename = current_user
                                  and backend_xid is not null and pid <> pg_backend_pid()
                                """,
                                Instant.class)
                        .getSingleResult();
    }
}
