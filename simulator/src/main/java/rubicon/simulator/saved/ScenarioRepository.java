package rubicon.simulator.saved;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The scenarios of this service's schema and all that they said.
@ApplicationScoped
class ScenarioRepository implements PanacheRepositoryBase<ScenarioEntity, String> {

    /// A scenario with one of its versions.
    record Found(ScenarioEntity scenario, ScenarioVersionEntity version) {}

    /// A scenario that is not deleted, locked until the transaction ends.
    Optional<ScenarioEntity> locked(ScenarioId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(it -> it.deletedAt == null);
    }

    /// Makes a scenario, if its id was never given.
    ///
    /// @return whether it is new
    boolean claim(ScenarioId id, boolean builtIn, Optional<String> forkOf, Instant at, String by) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                insert into scenario (id, built_in, fork_of, created_at, created_by)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .setParameter(1, id.value())
                        .setParameter(2, builtIn)
                        .setParameter(3, forkOf.orElse(null))
                        .setParameter(4, at)
                        .setParameter(5, by)
                        .executeUpdate()
                > 0;
    }

    /// What stands of all that are not deleted: the ready-made ones first, by id, then the others,
    /// the newest first.
    List<Found> standing(Optional<String> model) {
        return getEntityManager()
                .createQuery(
                        """
                        select scenario, version from ScenarioEntity scenario
                        join ScenarioVersionEntity version on version.scenario = scenario.id
                        where scenario.deletedAt is null
                        and (:model is null or version.model = :model)
                        and version.version = (
                            select max(other.version) from ScenarioVersionEntity other
                            where other.scenario = scenario.id)
                        order by scenario.builtIn desc,
                            case when scenario.builtIn then scenario.id else '' end,
                            version.createdAt desc, scenario.id
                        """,
                        Object[].class)
                .setParameter("model", model.orElse(null))
                .getResultStream()
                .map(it -> new Found((ScenarioEntity) it[0], (ScenarioVersionEntity) it[1]))
                .toList();
    }

    /// All versions of a scenario, the newest first.
    List<ScenarioVersionEntity> versions(ScenarioId id) {
        return getEntityManager()
                .createQuery(
                        "from ScenarioVersionEntity where scenario = :id order by version desc",
                        ScenarioVersionEntity.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    /// A version of a scenario, the newest if none is named.
    Optional<ScenarioVersionEntity> version(ScenarioId id, Optional<Integer> version) {
        return getEntityManager()
                .createQuery(
                        "from ScenarioVersionEntity where scenario = :id"
                                + " and (:version is null or version = :version)"
                                + " order by version desc",
                        ScenarioVersionEntity.class)
                .setParameter("id", id.value())
                .setParameter("version", version.orElse(null))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// Adds a version.
    void append(ScenarioVersionEntity version) {
        getEntityManager().persist(version);
    }

    /// Another scenario that publishes under an indicator, among those that are not deleted.
    Optional<String> publisherOf(String indicator, ScenarioId other) {
        return getEntityManager()
                .createQuery(
                        "select id from ScenarioEntity"
                                + " where publishes = :indicator and id <> :other"
                                + " and deletedAt is null",
                        String.class)
                .setParameter("indicator", indicator)
                .setParameter("other", other.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// Says which indicators a scenario that publishes is bound to, and has it run soon; without
    /// any it publishes no more.
    void bind(String scenario, Collection<String> indicators, boolean isLive, Instant now) {
        getEntityManager()
                .createNativeQuery("delete from scenario_input where scenario = ?")
                .setParameter(1, scenario)
                .executeUpdate();
        for (String indicator : indicators) {
            getEntityManager()
                    .createNativeQuery(
                            "insert into scenario_input (scenario, indicator) values (?, ?)")
                    .setParameter(1, scenario)
                    .setParameter(2, indicator)
                    .executeUpdate();
        }
        if (isLive) {
            getEntityManager()
                    .createNativeQuery(
                            """
                            insert into recalibration as mine (scenario, due_at) values (?, ?)
                            on conflict (scenario) do update
                            set asked = mine.asked + 1, attempts = 0,
                                due_at = least(mine.due_at, excluded.due_at)
                            """)
                    .setParameter(1, scenario)
                    .setParameter(2, now)
                    .executeUpdate();
        }
    }
}
