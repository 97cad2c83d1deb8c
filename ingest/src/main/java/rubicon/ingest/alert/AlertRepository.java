package rubicon.ingest.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Keyset;

/// Episodes, instances and transitions.
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<AlertEpisodeEntity, String> {

    /// Locks what is remembered of these rules, in sorted order.
    void lockInstances(Collection<String> rules) {
        getEntityManager()
                .createQuery(
                        "from AlertInstanceEntity where rule in (:rules) order by rule",
                        AlertInstanceEntity.class)
                .setParameter("rules", rules)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /// Reads and locks the episodes of these rules that are pending or open, so that each is at
    /// hand and nobody's acknowledgement comes between.
    void lockOpen(Collection<String> rules) {
        find("rule in ?1 and open = true order by id", rules)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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

    /// Closed episodes of a rule, locked; also those that this transaction has closed.
    List<AlertEpisodeEntity> lockClosed(String rule) {
        flush();
        return find("rule = ?1 and open = false order by activeAt, id", rule)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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
