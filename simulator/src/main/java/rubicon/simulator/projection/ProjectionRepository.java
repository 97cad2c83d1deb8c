package rubicon.simulator.projection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// What scenarios said, and what is still to be looked at and to be sent.
@ApplicationScoped
class ProjectionRepository implements PanacheRepositoryBase<ProjectionEntity, UUID> {
    private static final int SOME = 20;

    /// A scenario that is to be looked at.
    ///
    /// @param asked rises with each reason to look
    /// @param attempts runs and tries since the first of them
    record Due(String scenario, long asked, int attempts) {}

    /// The newest ones of a scenario first.
    List<ProjectionEntity> of(String scenario, int most) {
        return find("scenario = ?1 order by madeAt desc, id", scenario).page(0, most).list();
    }

    /// What a scenario said last.
    Optional<ProjectionEntity> last(String scenario) {
        return of(scenario, 1).stream().findFirst();
    }

    /// Notes that states were seen.
    ///
    /// @param versions the newest of each indicator
    /// @return the indicators whose state is newer than all that were seen of them, and that some
    ///   scenario reads that publishes
    List<String> news(SortedMap<String, Long> versions) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                """
                                insert into indicator_seen as mine (indicator, version)
                                select it.indicator, it.version
                                from unnest(?1, ?2) as it (indicator, version)
                                where exists (
                                    select 1 from scenario_input own where own.indicator = it.indicator)
                                order by it.indicator
                                on conflict (indicator) do update set version = excluded.version
                                where mine.version < excluded.version
                                returning indicator
                                """,
                                String.class)
                        .setParameter(1, versions.keySet().toArray(String[]::new))
                        .setParameter(2, versions.values().toArray(Long[]::new))
                        .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /// Has those scenarios looked at that read one of these indicators; those that wait already, no
    /// later. In one order, so that two replicas do not wait for each other.
    int askReaders(List<String> indicators, Instant at) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        insert into recalibration as mine (scenario, due_at)
                        select distinct scenario, cast(?2 as timestamptz) from scenario_input
                        where indicator = any(?1)
                        order by scenario
                        on conflict (scenario) do update
                        set asked = mine.asked + 1, attempts = 0,
                            due_at = least(mine.due_at, excluded.due_at)
                        """)
                .setParameter(1, indicators.toArray(String[]::new))
                .setParameter(2, at)
                .executeUpdate();
    }

    /// Has a scenario looked at.
    void ask(String scenario, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into recalibration as mine (scenario, due_at) values (?1, ?2)
                        on conflict (scenario) do update
                        set asked = mine.asked + 1, attempts = 0, due_at = least(mine.due_at, excluded.due_at)
                        """)
                .setParameter(1, scenario)
                .setParameter(2, at)
                .executeUpdate();
    }

    /// Takes scenarios whose time has come; others leave them alone until then.
    List<Due> take(Instant now, Instant until) {
        return rows(
                        """
                        update recalibration set due_at = ?2 where scenario in (
                            select scenario from recalibration where due_at <= ?1
                            order by due_at limit %d for update skip locked)
                        returning scenario, asked, attempts
                        """
                                .formatted(SOME),
                        now,
                        until)
                .stream()
                .map(it ->
                        new Due(
                                (String) it[0],
                                ((Number) it[1]).longValue(),
                                ((Number) it[2]).intValue()))
                .toList();
    }

    /// Forgets a scenario that was looked at, unless there was another reason meanwhile.
    void forget(Due due, Instant otherwise) {
        int gone =
                getEntityManager()
                        .createNativeQuery(
                                "delete from recalibration where scenario = ?1 and asked = ?2")
                        .setParameter(1, due.scenario())
                        .setParameter(2, due.asked())
                        .executeUpdate();
        if (gone == 0) {
            postpone(due, otherwise, 0);
        }
    }

    /// Has a scenario looked at again.
    void postpone(Due due, Instant until, int attempts) {
        getEntityManager()
                .createNativeQuery(
                        "update recalibration set due_at = ?2, attempts = ?3 where scenario = ?1")
                .setParameter(1, due.scenario())
                .setParameter(2, until)
                .setParameter(3, attempts)
                .executeUpdate();
    }

    /// Keeps why a scenario said nothing, in the place of what was kept before.
    void failed(String scenario, ProjectionFailure failure) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into projection_failure (scenario, version, failed_at, reason)
                        values (?1, ?2, ?3, ?4)
                        on conflict (scenario) do update set version = excluded.version,
                            failed_at = excluded.failed_at, reason = excluded.reason
                        """)
                .setParameter(1, scenario)
                .setParameter(2, failure.version())
                .setParameter(3, failure.at())
                .setParameter(4, failure.reason())
                .executeUpdate();
    }

    /// Forgets why a scenario said nothing: it says something.
    void mended(String scenario) {
        getEntityManager()
                .createNativeQuery("delete from projection_failure where scenario = ?1")
                .setParameter(1, scenario)
                .executeUpdate();
    }

    /// Why a scenario said nothing when it was last looked at.
    Optional<ProjectionFailure> failure(String scenario) {
        return getEntityManager()
                .createQuery(
                        "from ProjectionFailureEntity where scenario = :scenario",
                        ProjectionFailureEntity.class)
                .setParameter("scenario", scenario)
                .getResultStream()
                .map(it -> new ProjectionFailure(it.version, it.failedAt, it.reason))
                .findFirst();
    }

    /// Has a projection sent.
    void send(UUID projection, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        "insert into projection_outbox (projection, due_at) values (?1, ?2)")
                .setParameter(1, projection)
                .setParameter(2, at)
                .executeUpdate();
    }

    /// Takes projections that are to be sent, in their order; others leave them alone until then.
    List<ProjectionEntity> takeUnsent(Instant now, Instant until) {
        List<?> ids =
                getEntityManager()
                        .createNativeQuery(
                                """
                                update projection_outbox set due_at = ?2 where projection in (
                                    select projection from projection_outbox where due_at <= ?1
                                    limit %d for update skip locked)
                                returning projection
                                """
                                        .formatted(SOME),
                                UUID.class)
                        .setParameter(1, now)
                        .setParameter(2, until)
                        .getResultList();
        return ids.isEmpty() ? List.of() : find("id in ?1 order by madeAt", ids).list();
    }

    /// Has a projection that could not be sent sent again.
    void sendAt(UUID projection, Instant at) {
        getEntityManager()
                .createNativeQuery("update projection_outbox set due_at = ?2 where projection = ?1")
                .setParameter(1, projection)
                .setParameter(2, at)
                .executeUpdate();
    }

    /// Kafka has it.
    void sent(UUID projection) {
        getEntityManager()
                .createNativeQuery("delete from projection_outbox where projection = ?1")
                .setParameter(1, projection)
                .executeUpdate();
    }

    private List<Object[]> rows(String sql, Instant first, Instant second) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(sql, Object[].class)
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .getResultList();
        return found.stream().map(it -> (Object[]) it).toList();
    }
}
