package rubicon.ingest.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// States and runs of the sources.
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<SourceStateEntity, String> {

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
