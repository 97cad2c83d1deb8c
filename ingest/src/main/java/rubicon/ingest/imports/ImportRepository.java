package rubicon.ingest.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rubicon.model.ledger.Decision;

/// Imports and the pieces of their files.
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportEntity, UUID> {

    /// Those that somebody has to go on with, oldest first.
    List<UUID> open(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select i.id from ImportEntity i where i.state in ('VALIDATING',"
                                + " 'PUBLISHING') and (i.retryAt is null or i.retryAt <= :now)"
                                + " order by i.createdAt, i.id",
                        UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    /// Those of which more rows may be to come, also if they pause.
    List<ImportEntity> publishing() {
        return list("state", ImportState.PUBLISHING.name());
    }

    /// When the oldest came in of those that are not finished.
    Optional<Instant> oldestOpen() {
        return find("finishedAt is null order by createdAt")
                .firstResultOptional()
                .map(it -> it.createdAt);
    }

    /// The newest, newest first.
    List<ImportEntity> newest(int limit) {
        return find("order by createdAt desc, id").page(0, limit).list();
    }

    /// Forgets files that stopped coming in.
    long deleteReceivingSince(Instant before) {
        return delete("state = 'RECEIVING' and createdAt < ?1", before);
    }

    void addPiece(UUID job, int number, byte[] bytes) {
        getEntityManager()
                .createNativeQuery(
                        "insert into import_piece (job, number, bytes) values (:job, :number,"
                                + " :bytes)")
                .setParameter("job", job)
                .setParameter("number", number)
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    /// A piece of the file; empty after the last.
    Optional<byte[]> piece(UUID job, int number) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "select bytes from import_piece where job = :job and number ="
                                        + " :number",
                                byte[].class)
                        .setParameter("job", job)
                        .setParameter("number", number)
                        .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }

    void deletePieces(UUID job) {
        getEntityManager()
                .createNativeQuery("delete from import_piece where job = :job")
                .setParameter("job", job)
                .executeUpdate();
    }

    /// What the events of an import did in the ledger, each that was new to it.
    ///
    /// @param origin source of its events
    Map<String, Long> outcomes(UUID job, String origin, String[] indicators) {
        Map<String, Long> outcomes = new HashMap<>();
        List<?> counts =
                getEntityManager()
                        .createNativeQuery(
                                """
                                with read_by as (
                                    select id from provenance where content ->> 'run' = :job)
                                select decision, count(*) from (
                                    select decision from ledger_statement
                                    where indicator = any(:indicators) and event_source = :origin
                                      and provenance in (select id from read_by)
                                    union all
                                    select decision from eval_run_statement
                                    where event_source = :origin
                                      and provenance in (select id from read_by)
                                ) told
                                group by decision
                                """,
                                Object[].class)
                        .setParameter("indicators", indicators)
                        .setParameter("origin", origin)
                        .setParameter("job", job.toString())
                        .getResultList();
        for (Object count : counts) {
            Object[] row = (Object[]) count;
            outcomes.put((String) row[0], ((Number) row[1]).longValue());
        }
        return outcomes;
    }

    /// What statements did for an import: those that were there before, nothing.
    ///
    /// A retraction tells no import that brought it. It is one of this import if it was recorded
    /// after the file had come in.
    Map<UUID, Decision> decisions(ImportEntity job, Collection<UUID> ids) {
        Map<UUID, Decision> decisions = new HashMap<>();
        List<?> told =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select told.id, told.decision,
                                       coalesce(p.content ->> 'run' = :job,
                                                told.recorded_at >= :since)
                                from (
                                    select id, decision, provenance, recorded_at
                                    from ledger_statement where id = any(:ids)
                                    union all
                                    select id, decision, provenance, recorded_at
                                    from eval_run_statement where id = any(:ids)
                                ) told left join provenance p on p.id = told.provenance
                                """,
                                Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setParameter("job", job.id.toString())
                        .setParameter("since", job.createdAt)
                        .getResultList();
        for (Object each : told) {
            Object[] row = (Object[]) each;
            decisions.put(
                    (UUID) row[0],
                    Boolean.TRUE.equals(row[2])
                            ? Decision.valueOf((String) row[1])
                            : Decision.UNCHANGED);
        }
        return decisions;
    }
}
