package rubicon.ingest.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/// States and runs of the sources.
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<SourceStateEntity, String> {
    private static final int MOST_NAMES = 1_000;

    /// Keeps the names of a source that nobody resolved, each since it was first there.
    void unresolved(String source, SortedMap<String, Integer> names, Instant at) {
        List<String> kept = names.keySet().stream().limit(MOST_NAMES).toList();
        getEntityManager()
                .createNativeQuery(
                        "delete from source_unresolved_name where source = :source and name <>"
                                + " all(:names)")
                .setParameter("source", source)
                .setParameter("names", kept.toArray(String[]::new))
                .executeUpdate();
        for (String name : kept) {
            getEntityManager()
                    .createNativeQuery(
                            """
                            insert into source_unresolved_name (source, name, rows, since)
                            values (:source, :name, :rows, :since)
                            on conflict (source, name) do update set rows = excluded.rows
                            """)
                    .setParameter("source", source)
                    .setParameter("name", name)
                    .setParameter("rows", names.get(name))
                    .setParameter("since", at)
                    .executeUpdate();
        }
    }

    /// Names that nobody resolved, by source and name.
    List<AliasResource.UnresolvedPayload> unresolved() {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "select source, name, rows, since from source_unresolved_name"
                                        + " order by source, name",
                                Object[].class)
                        .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(it ->
                        new AliasResource.UnresolvedPayload(
                                (String) it[0], (String) it[1], (int) it[2], (Instant) it[3]))
                .toList();
    }

    /// Where a source stands; a fresh state for one that never ran.
    SourceStateEntity state(String source) {
        SourceStateEntity state = findById(source);
        if (state == null) {
            state = new SourceStateEntity();
            state.source = source;
            persist(state);
        }
        return state;
    }

    Optional<SourceRunEntity> run(UUID id) {
        return Optional.ofNullable(getEntityManager().find(SourceRunEntity.class, id));
    }

    /// The newest run of a source that read what was there.
    Optional<SourceRunEntity> lastRead(String source) {
        return getEntityManager()
                .createQuery(
                        "from SourceRunEntity r where r.source = :source and r.finishedAt is not"
                                + " null and r.error is null order by r.startedAt desc",
                        SourceRunEntity.class)
                .setParameter("source", source)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// Runs of a source that were begun and not ended, newest first.
    List<SourceRunEntity> openRuns(String source) {
        return getEntityManager()
                .createQuery(
                        "from SourceRunEntity r where r.source = :source and r.finishedAt is null"
                                + " order by r.startedAt desc",
                        SourceRunEntity.class)
                .setParameter("source", source)
                .getResultList();
    }

    void persist(SourceRunEntity run) {
        getEntityManager().persist(run);
    }
}
