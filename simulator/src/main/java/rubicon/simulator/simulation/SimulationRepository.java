package rubicon.simulator.simulation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The runs of this service's schema, and the parts of those that are under way.
@ApplicationScoped
class SimulationRepository implements PanacheRepositoryBase<SimulationEntity, UUID> {

    /// A run, locked until the transaction ends.
    Optional<SimulationEntity> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The newest runs first, after a run that was listed last.
    List<SimulationEntity> newest(Optional<SimulationEntity> after, int most) {
        String order = " order by createdAt desc, id desc";
        return after.map(it ->
                        find(
                                "createdAt < ?1 or (createdAt = ?1 and id < ?2)" + order,
                                it.createdAt,
                                it.id))
                .orElseGet(() -> find("from SimulationEntity" + order))
                .page(Page.ofSize(most))
                .list();
    }

    /// Runs under way that have not moved since.
    List<UUID> unmovedSince(Instant moment) {
        return getEntityManager()
                .createQuery(
                        "select id from SimulationEntity where state = :running and movedAt < :moment",
                        UUID.class)
                .setParameter("running", SimulationEntity.State.RUNNING)
                .setParameter("moment", moment)
                .getResultList();
    }

    /// Runs under way that last longer than they may.
    List<UUID> pastDeadline(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select id from SimulationEntity where state = :running and deadline < :now",
                        UUID.class)
                .setParameter("running", SimulationEntity.State.RUNNING)
                .setParameter("now", now)
                .getResultList();
    }

    /// Whether a run is under way, may last on, and has no such part yet.
    boolean isWanted(Chunk chunk, Instant now) {
        return getEntityManager()
                        .createQuery(
                                """
                                select count(*) from SimulationEntity run
                                where id = :run and state = :running and deadline > :now
                                and not exists (
                                    select 1 from PartEntity part
                                    where part.simulation = run.id and part.firstBlock = :first)
                                """,
                                Long.class)
                        .setParameter("run", chunk.run())
                        .setParameter("running", SimulationEntity.State.RUNNING)
                        .setParameter("now", now)
                        .setParameter("first", chunk.firstBlock())
                        .getSingleResult()
                > 0;
    }

    /// Keeps a part, if it is not there yet.
    ///
    /// @return whether it is new
    boolean keep(UUID simulation, int firstBlock, int blocks, byte[] summary) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                insert into simulation_part (simulation, first_block, blocks, summary)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .setParameter(1, simulation)
                        .setParameter(2, firstBlock)
                        .setParameter(3, blocks)
                        .setParameter(4, summary)
                        .executeUpdate()
                > 0;
    }

    /// The first blocks of the parts that are there.
    Set<Integer> kept(UUID simulation) {
        return Set.copyOf(
                getEntityManager()
                        .createQuery(
                                "select firstBlock from PartEntity where simulation = :run",
                                Integer.class)
                        .setParameter("run", simulation)
                        .getResultList());
    }

    /// What a run found, if it is done.
    Optional<String> result(UUID id) {
        return Optional.ofNullable(
                getEntityManager()
                        .createQuery(
                                "select result from SimulationEntity where id = :run", String.class)
                        .setParameter("run", id)
                        .getSingleResult());
    }

    /// The newest finished run of a version of a scenario.
    Optional<UUID> newestDone(ScenarioVersion of) {
        return getEntityManager()
                .createQuery(
                        """
                        select id from SimulationEntity
                        where scenario = :scenario and scenarioVersion = :version
                        and state = :done order by createdAt desc, id desc
                        """,
                        UUID.class)
                .setParameter("scenario", of.scenario())
                .setParameter("version", of.version())
                .setParameter("done", SimulationEntity.State.DONE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// Whether a run of a scenario that makes a projection is under way.
    boolean isProjecting(String scenario) {
        return count(
                        "scenario = ?1 and projection is not null and state = ?2",
                        scenario,
                        SimulationEntity.State.RUNNING)
                > 0;
    }

    /// A part that is there.
    byte[] part(UUID simulation, int firstBlock) {
        return getEntityManager()
                .createQuery(
                        "select summary from PartEntity"
                                + " where simulation = :run and firstBlock = :first",
                        byte[].class)
                .setParameter("run", simulation)
                .setParameter("first", firstBlock)
                .getSingleResult();
    }

    /// Forgets some of the runs that ended before a moment; those that made projections stay.
    ///
    /// @return how many it were
    int forgetEnded(Instant before, int most) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        delete from simulation where id in (
                            select id from simulation where finished_at < ?1
                            and not (projection is not null and state = 'DONE')
                            limit ?2 for update skip locked)
                        """)
                .setParameter(1, before)
                .setParameter(2, most)
                .executeUpdate();
    }

    /// Forgets the parts of a run that ended.
    void forgetParts(UUID simulation) {
        getEntityManager()
                .createNativeQuery("delete from simulation_part where simulation = ?")
                .setParameter(1, simulation)
                .executeUpdate();
    }
}
