package rubicon.ingest.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rubicon.ingest.platform.Keyset;

@ApplicationScoped
class DeadLetterRepository implements PanacheRepositoryBase<DeadLetterEntity, String> {

    /// Those that a filter asks for, newest first, from a place in that order on.
    List<DeadLetterEntity> page(Keyset place, DeadLetterFilter filter, int limit) {
        StringBuilder query =
                new StringBuilder("receivedAt <= :at and (receivedAt < :at or id > :id)");
        Map<String, Object> asked = new HashMap<>(Map.of("at", place.at(), "id", place.id()));
        if (filter.replayed() != null) {
            query.append(
                    filter.replayed() ? " and replayedAt is not null" : " and replayedAt is null");
        }
        if (filter.field() != null) {
            query.append(" and field = :field");
            asked.put("field", filter.field());
        }
        if (filter.source() != null) {
            query.append(" and eventSource = :source");
            asked.put("source", filter.source());
        }
        return find(query + " order by receivedAt desc, id", asked).page(0, limit).list();
    }

    /// Whether a record was refused again after it was sent again: byte for byte, with its own
    /// time.
    boolean isRefusedAgain(DeadLetterEntity row) {
        return list(
                        "topic = ?1 and stampedAt = ?2 and receivedAt >= ?3 and id <> ?4",
                        row.topic,
                        row.stampedAt,
                        row.replayedAt,
                        row.id)
                .stream()
                .anyMatch(
                        it -> Arrays.equals(it.key, row.key) && Arrays.equals(it.value, row.value));
    }

    /// Those whose event's id is among these.
    List<DeadLetterEntity> ofEvents(Collection<String> eventIds) {
        return list("eventId in ?1", eventIds);
    }
}
