package rubicon.ingest.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import rubicon.ingest.platform.Keyset;

@ApplicationScoped
class DeadLetterRepository implements PanacheRepositoryBase<DeadLetterEntity, String> {

    /// Newest first, from a place in that order on.
    List<DeadLetterEntity> page(Keyset place, int limit) {
        return find(
                        "receivedAt <= ?1 and (receivedAt < ?1 or id > ?2)"
                                + " order by receivedAt desc, id",
                        place.at(),
                        place.id())
                .page(0, limit)
                .list();
    }

    /// Those whose event's id is among these.
    List<DeadLetterEntity> ofEvents(Collection<String> eventIds) {
        return list("eventId in ?1", eventIds);
    }
}
