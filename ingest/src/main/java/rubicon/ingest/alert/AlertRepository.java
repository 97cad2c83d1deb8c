package rubicon.ingest.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Keyset;
import rubicon.ingest.platform.PlainSql;

/// Episodes, instances and transitions.
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<AlertEpisodeEntity, String> {
    private final PlainSql sql;
    private final Session session;

    AlertRepository(PlainSql sql, Session session) {
        this.sql = sql;
        this.session = session;
    }

    /// Locks what is remembered of these rules, in sorted order.
    void lockInstances(Collection<String> rules) {
        lock(
                "select * from alert_instance where rule = any(:ids) order by rule for update",
                AlertInstanceEntity.class,
                rules);
    }

    /// Plain SQL with one array: where a list is a parameter for each of its values, Hibernate
    /// makes the query anew each time.
    private <T> void lock(String query, Class<T> type, Collection<String> ids) {
        session.createNativeQuery(query, type)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    /// Reads and locks the episodes of these rules that are pending or open, so that each is at
    /// hand and nobody's acknowledgement comes between.
    void lockOpen(Collection<String> rules) {
        lock(
                "select * from alert_episode where rule = any(:ids) and open order by id for update",
                AlertEpisodeEntity.class,
                rules);
    }

    /// Reads and locks every episode.
    List<AlertEpisodeEntity> lockAll() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /// Forgets what is remembered of a rule.
    void forget(String rule) {
        getEntityManager()
                .createQuery("delete from AlertInstanceEntity where rule = :rule")
                .setParameter("rule", rule)
                .executeUpdate();
    }

    /// Rules whose machine wants to be woken by then, with their indicators.
    List<AlertInstanceEntity> due(Instant at) {
        return getEntityManager()
                .createQuery(
                        "from AlertInstanceEntity where deadline <= :at order by deadline, rule",
                        AlertInstanceEntity.class)
                .setParameter("at", at)
                .setMaxResults(100)
                .getResultList();
    }

    /// Rules whose alert rests on what may have gone stale by then.
    List<AlertInstanceEntity> stale(Instant at) {
        return getEntityManager()
                .createQuery(
                        "from AlertInstanceEntity where staleAt <= :at order by staleAt, rule",
                        AlertInstanceEntity.class)
                .setParameter("at", at)
                .setMaxResults(100)
                .getResultList();
    }

    /// Rules whose value time alone will have changed by then.
    List<AlertInstanceEntity> awake(Instant at) {
        return getEntityManager()
                .createQuery(
                        "from AlertInstanceEntity where wakeAt <= :at order by wakeAt, rule",
                        AlertInstanceEntity.class)
                .setParameter("at", at)
                .setMaxResults(100)
                .getResultList();
    }

    Optional<AlertInstanceEntity> instance(String rule) {
        return Optional.ofNullable(getEntityManager().find(AlertInstanceEntity.class, rule));
    }

    void persist(AlertInstanceEntity instance) {
        getEntityManager().persist(instance);
    }

    void append(AlertTransitionEntity transition) {
        getEntityManager().persist(transition);
    }

    /// Locks the closed episodes that rest on these rows of the ledger, and tells which rests on
    /// which.
    void lockClosed(Collection<String> rows, RestingEpisodes found) {
        Set<String> ids = new HashSet<>();
        sql.forEach(
                """
                select e.statement, e.episode from alert_evidence e
                where e.statement = any(?)
                """,
                it -> it.setArray(1, PlainSql.array(it, "uuid", rows, row -> row)),
                row -> {
                    found.add(row.getString(1), row.getString(2));
                    ids.add(row.getString(2));
                });
        if (!ids.isEmpty()) {
            lock(
                    "select * from alert_episode where id = any(:ids) and not open order by id for update",
                    AlertEpisodeEntity.class,
                    ids);
        }
    }

    /// Notes on which rows of the ledger an episode rests.
    void restOn(Collection<String> rows, String episode) {
        sql.update(
                """
                insert into alert_evidence (statement, episode)
                select unnest(?), ? on conflict do nothing
                """,
                it -> {
                    it.setArray(1, PlainSql.array(it, "uuid", rows, row -> row));
                    it.setString(2, episode);
                });
    }

    /// Episodes, newest first.
    List<AlertEpisodeEntity> list(
            @Nullable String condition, @Nullable Boolean open, @Nullable String rule, int limit) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("condition", condition);
        asked.put("open", open);
        asked.put("rule", rule);
        return find(
                        "(:condition is null or condition = :condition)"
                                + " and (:open is null or open = :open)"
                                + " and (:rule is null or rule = :rule)"
                                + " order by activeAt desc, id",
                        asked)
                .page(0, limit)
                .list();
    }

    /// Episodes, newest first, from a place in that order on.
    List<AlertEpisodeEntity> page(
            @Nullable String condition,
            @Nullable Boolean open,
            @Nullable String rule,
            Keyset place,
            int limit) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("condition", condition);
        asked.put("open", open);
        asked.put("rule", rule);
        asked.put("at", place.at());
        asked.put("id", place.id());
        return find(
                        "(:condition is null or condition = :condition)"
                                + " and (:open is null or open = :open)"
                                + " and (:rule is null or rule = :rule)"
                                + " and activeAt <= :at and (activeAt < :at or id > :id)"
                                + " order by activeAt desc, id",
                        asked)
                .page(0, limit)
                .list();
    }
}
